import { agentFields, wrapUpFields } from '../model/message-fields.js';
import type { Agent } from '../model/agent.js';
import type { MessageBus } from './message-bus.js';
import { Refusal } from '../model/refusal.js';

const SECOND_MS = 1000;

/** After-call work ("sorting"): begins when an answered call ends, has a deadline, and can be extended or ended. */
export class WrapUps {
  constructor(
    private readonly bus: MessageBus,
    /** Seconds; 0: there is none. */
    private readonly length: number,
  ) {}

  /** @returns whether there is any */
  begin(agent: Agent, callID: string): boolean {
    this.cancel(agent);
    if (this.length <= 0) return false;
    this.#setDeadline(agent, callID, this.bus.clock.now() + this.length * SECOND_MS);
    return true;
  }

  /** @param seconds by which the deadline moves */
  delay(agent: Agent, seconds: number): void {
    const wrapUp = agent.wrapUp;
    if (!wrapUp) throw new Refusal('no-wrap-up');
    wrapUp.cancel();
    this.#setDeadline(agent, wrapUp.callID, wrapUp.endsAt + seconds * SECOND_MS);
    this.bus.send(agent, 'EventDelayCallAfterWork', {
      ...agentFields(agent),
      callID: wrapUp.callID,
      delayTime: seconds,
      ...wrapUpFields(agent),
    });
  }

  complete(agent: Agent): void {
    if (!agent.wrapUp) throw new Refusal('no-wrap-up');
    this.cancel(agent);
  }

  cancel(agent: Agent): void {
    agent.wrapUp?.cancel();
    agent.wrapUp = null;
  }

  /** Tells what the agent is again: what they were before the call, or chose during it. */
  announceState(agent: Agent): void {
    this.bus.send(agent, agent.state === 1 ? 'EventAgentReady' : 'EventAgentNotReady', agentFields(agent));
  }

  #setDeadline(agent: Agent, callID: string, endsAt: number): void {
    const cancel = this.bus.after(endsAt - this.bus.clock.now(), () => {
      agent.wrapUp = null;
      this.announceState(agent);
    });
    agent.wrapUp = { callID, endsAt, cancel };
  }
}
