/** After-call work ("sorting"): begins when an answered call ends, has a deadline, and can be extended or completed. */
import { agentFields, Refusal, wrapUpFields, type Agent } from '../model/index.js';
import type { MessageBus } from './message-bus.js';

const SECOND_MS = 1000;

export class WrapUps {
  constructor(
    private readonly bus: MessageBus,
    /** Length in seconds; 0 if there is no after-call work. */
    private readonly seconds: number,
  ) {}

  /** @returns whether there is after-call work */
  begin(agent: Agent, callID: string): boolean {
    this.cancel(agent);
    if (this.seconds <= 0) return false;
    this.#setDeadline(agent, callID, this.bus.clock.now() + this.seconds * SECOND_MS);
    return true;
  }

  /** Moves the deadline by `seconds`. */
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

  /** Announces the agent's state after the call: that before it, or the one chosen during it. */
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
