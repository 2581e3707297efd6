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

  answer(who?: string): boolean {
    return this.#updateLatestLeg(who, isRinging, (leg) => this.exchange.legs.answer(leg));
  }

  decline(who?: string): boolean {
    return this.#updateLatestLeg(who, isRinging, (leg) => this.exchange.legs.disconnect(leg));
  }

  hangUp(who?: string): boolean {
    return this.#updateLatestLeg(
      who,
      () => true,
      (_, agent) => this.exchange.calls.hangup(agent),
    );
  }

  completeTransfer(who?: string): boolean {
    return this.#updateLatestLeg(who, isConsulting, (leg) => this.exchange.consults.transfer(leg));
  }

  startConference(who?: string): boolean {
    return this.#updateLatestLeg(who, isConsulting, (leg) => this.exchange.consults.conference(leg));
  }

  /** An internal call. */
  call(agent: Agent, who?: string): string | null {
    const colleague = this.#available(who);
    if (!colleague || agent.workStatus !== 'ready') return null;
    return this.exchange.calls.dial(colleague, agentTarget(agent), '', {}).callID;
  }

  consult(agent: Agent, call: ColleagueCall): string | null {
    const leg = this.#talkingToCustomer(agent, call);
    return leg && this.exchange.consults.initiate(leg, agentTarget(agent), '').callID;
  }

  transfer(agent: Agent, call: ColleagueCall): string | null {
    const leg = this.#talkingToCustomer(agent, call);
    return leg && this.exchange.transfers.toTarget(agentTarget(agent), leg).callID;
  }

  /** A colleague who has answered a customer of a skill group, if one is free, and the agent. */
  #talkingToCustomer(agent: Agent, { colleague: who, number, queue, attachedData }: ColleagueCall): Party | null {
    const colleague = this.#available(who);
    if (!colleague || agent.workStatus !== 'ready') return null;
    const { queues, calls, legs } = this.exchange;
    const { row } = queues.require(queue ?? colleague.queues[0] ?? '');
    const caller = queues.createCaller(number, attachedData);
    const origin: Origin = { queueCode: row.code, queueName: row.name, caller };
    const leg = calls.offer(colleague, origin, row.hotline);
    legs.answer(leg);
    return leg;
  }

  #available(who: string | undefined): Agent | undefined {
    const { roster } = this.exchange;
    const named = who === undefined ? undefined : roster.find(who);
    if (who !== undefined && !named) throw new RangeError(`nobody here is "${who}"`);
    const [colleague] = (named ? [named] : roster.agents).filter(
      ({ isSimulated, workStatus }) => isSimulated && workStatus === 'ready',
    );
    return colleague;
  }

  /** The latest leg of a colleague that fits. */
  #updateLatestLeg(
    who: string | undefined,
    fits: (leg: Party) => boolean,
    change: (leg: Party, agent: Agent) => void,
  ): boolean {
    const legs = this.exchange.roster.agents
      .filter(({ isSimulated, agentID, uuid }) => isSimulated && (who === undefined || who === agentID || who === uuid))
      .flatMap((agent) => agent.legs);
    const leg = legs.findLast(fits);
    if (leg?.agent) change(leg, leg.agent);
    return leg !== undefined;
  }
}

const isRinging = ({ state }: Party): boolean => state === 'Ringing';

/** In a consultation of their own that was answered. */
export const isConsulting = ({ role, state, call }: Party): boolean =>
  role === 'ConsultBy' && state === 'Talk' && call.mainLeg !== null;
