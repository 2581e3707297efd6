import type { Agent } from '../model/agent.js';
import type { Origin, Party } from '../model/call.js';
import type { Exchange } from './exchange.js';
import type { CustomerCall } from './queues.js';
import { agentTarget } from './targets.js';

export interface ColleagueCall extends CustomerCall {
  /** Work number or id; absent: the first who is free. */
  colleague?: string;
}

/** The other agents, as long as the sandbox plays them: what they do is told, or their habit. */
export class Colleagues {
  constructor(private readonly exchange: Exchange) {}

  answers(who?: string): boolean {
    return this.#with(who, isRinging, (leg) => this.exchange.legs.connect(leg));
  }

  declines(who?: string): boolean {
    return this.#with(who, isRinging, (leg) => this.exchange.legs.leave(leg));
  }

  hangsUp(who?: string): boolean {
    return this.#with(
      who,
      () => true,
      (_, agent) => this.exchange.calls.hangup(agent),
    );
  }

  completesTransfer(who?: string): boolean {
    return this.#with(who, asks, (leg) => this.exchange.consults.transfer(leg));
  }

  startsConference(who?: string): boolean {
    return this.#with(who, asks, (leg) => this.exchange.consults.conference(leg));
  }

  /** An internal call. */
  calls(agent: Agent, who?: string): string | null {
    const colleague = this.#free(who);
    if (!colleague || agent.work !== 'ready') return null;
    return this.exchange.calls.dial(colleague, agentTarget(agent), '', {}).callID;
  }

  consults(agent: Agent, call: ColleagueCall): string | null {
    const leg = this.#onCall(agent, call);
    return leg && this.exchange.consults.initiate(leg, agentTarget(agent), '').callID;
  }

  transfers(agent: Agent, call: ColleagueCall): string | null {
    const leg = this.#onCall(agent, call);
    return leg && this.exchange.transfers.to(agentTarget(agent), leg).callID;
  }

  /** A colleague who has answered a customer of a skill group, if one is free, and the agent. */
  #onCall(agent: Agent, { colleague: who, number, queue, attachedData }: ColleagueCall): Party | null {
    const colleague = this.#free(who);
    if (!colleague || agent.work !== 'ready') return null;
    const { queues, calls, legs } = this.exchange;
    const { row } = queues.named(queue ?? colleague.queues[0] ?? '');
    const caller = queues.somebody(number, attachedData);
    const origin: Origin = { queueCode: row.code, queueName: row.name, caller };
    const leg = calls.ring(colleague, origin, row.hotline);
    legs.connect(leg);
    return leg;
  }

  #free(who: string | undefined): Agent | undefined {
    const { roster } = this.exchange;
    const named = who === undefined ? undefined : roster.find(who);
    if (who !== undefined && !named) throw new RangeError(`nobody here is "${who}"`);
    const [colleague] = (named ? [named] : roster.agents).filter(({ acted, work }) => acted && work === 'ready');
    return colleague;
  }

  /** The latest leg of a colleague that fits. */
  #with(who: string | undefined, fits: (leg: Party) => boolean, change: (leg: Party, agent: Agent) => void): boolean {
    const legs = this.exchange.roster.agents
      .filter(({ acted, agentID, uuid }) => acted && (who === undefined || who === agentID || who === uuid))
      .flatMap((agent) => agent.legs);
    const leg = legs.findLast(fits);
    if (leg?.agent) change(leg, leg.agent);
    return leg !== undefined;
  }
}

const isRinging = ({ state }: Party): boolean => state === 'Ringing';

/** In a consultation of their own that was answered. */
export const asks = ({ role, state, call }: Party): boolean =>
  role === 'ConsultBy' && state === 'Talk' && call.main !== null;
