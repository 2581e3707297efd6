/** Actions of the simulated colleagues: answering, hanging up, calling, consulting and transferring on demand. */
import { isConsulting, type Agent, type Party } from '../model/index.js';
import type { CustomerCall } from './call-distributor.js';
import type { Calls } from './calls.js';
import type { Consults } from './consults.js';
import type { Legs } from './legs.js';
import type { Queues } from './queues.js';
import type { Roster } from './roster.js';
import { agentTarget } from './targets.js';
import type { Transfers } from './transfers.js';

export interface ColleagueCall extends CustomerCall {
  /** Work number or id. Default: the first ready colleague. */
  colleague?: string;
}

export interface ColleaguesOptions {
  readonly roster: Roster;
  readonly queues: Queues;
  readonly legs: Legs;
  readonly calls: Calls;
  readonly consults: Consults;
  readonly transfers: Transfers;
}

/** An `id` is a work number or an id. Without one, a method takes the colleague whose call fits and came last. */
export class Colleagues {
  constructor(private readonly options: ColleaguesOptions) {}

  answer(id?: string): boolean {
    return this.#withLatestLeg(id, isRinging, (leg) => this.options.legs.answer(leg));
  }

  decline(id?: string): boolean {
    return this.#withLatestLeg(id, isRinging, (leg) => this.options.legs.disconnect(leg));
  }

  hangUp(id?: string): boolean {
    return this.#withLatestLeg(id, isAnyLeg, (_, colleague) => this.options.calls.hangup(colleague));
  }

  completeTransfer(id?: string): boolean {
    return this.#withLatestLeg(id, isConsulting, (leg) => this.options.consults.transfer(leg));
  }

  startConference(id?: string): boolean {
    return this.#withLatestLeg(id, isConsulting, (leg) => this.options.consults.conference(leg));
  }

  /**
   * Calls the agent.
   * @returns the callID; `null` if no colleague is ready, or the agent is not
   */
  call(agent: Agent, id?: string): string | null {
    const colleague = this.#findReady(id);
    if (!colleague || agent.workStatus !== 'ready') return null;
    return this.options.calls.dial(colleague, agentTarget(agent)).callID;
  }

  /** Consults the agent about a customer; returns as {@link call}. */
  consult(agent: Agent, call: ColleagueCall): string | null {
    const leg = this.#startCustomerCall(agent, call);
    return leg && this.options.consults.initiate(leg, agentTarget(agent), '').callID;
  }

  /** Transfers a customer to the agent; returns as {@link call}. */
  transfer(agent: Agent, call: ColleagueCall): string | null {
    const leg = this.#startCustomerCall(agent, call);
    return leg && this.options.transfers.toTarget(agentTarget(agent), leg).callID;
  }

  /**
   * Connects a ready colleague with a customer of a skill group, for the agent to be consulted or called.
   * @returns the colleague's leg; `null` if no colleague is ready, or the agent is not
   */
  #startCustomerCall(agent: Agent, { colleague: id, number, queue: name, attachedData }: ColleagueCall): Party | null {
    const colleague = this.#findReady(id);
    if (!colleague || agent.workStatus !== 'ready') return null;
    const { queues, calls, legs } = this.options;
    const queue = queues.require(name ?? colleague.queues[0] ?? '');
    const origin = queues.originOf(queue, queues.createCaller(number, attachedData));
    const leg = calls.offer(colleague, origin, queue.row.hotline);
    legs.answer(leg);
    return leg;
  }

  /** @throws RangeError for an unknown agent */
  #findReady(id: string | undefined): Agent | undefined {
    const { roster } = this.options;
    const named = id === undefined ? undefined : roster.find(id);
    if (id !== undefined && !named) throw new RangeError(`Unknown colleague "${id}". Use a work number or an id.`);
    const candidates = named ? [named] : roster.agents;
    return candidates.find(({ isSimulated, workStatus }) => isSimulated && workStatus === 'ready');
  }

  #withLatestLeg(
    id: string | undefined,
    matches: (leg: Party) => boolean,
    change: (leg: Party, colleague: Agent) => void,
  ): boolean {
    const leg = this.options.roster.agents
      .filter(({ isSimulated, agentID, uuid }) => isSimulated && (id === undefined || id === agentID || id === uuid))
      .flatMap((colleague) => colleague.legs)
      .findLast(matches);
    if (leg?.agent) change(leg, leg.agent);
    return leg !== undefined;
  }
}

const isRinging = ({ state }: Party): boolean => state === 'Ringing';

const isAnyLeg = (): boolean => true;
