/** Automatic call distribution: brings customers of the skill groups to ready agents. */
import type { Agent, Cancel, Caller, Random } from '../model/index.js';
import type { Calls } from './calls.js';
import type { MessageBus } from './message-bus.js';
import type { Queue, Queues } from './queues.js';
import type { Roster } from './roster.js';

export interface CustomerCall {
  /** Number of the customer. Default: the customer who has waited longest, otherwise a new one. */
  number?: string;
  /** Code or name of a skill group. Default: one that a ready agent serves. */
  queue?: string;
  attachedData?: Record<string, unknown>;
}

/** Range of the time between an agent becoming ready and the next automatic call. */
const OFFER_DELAY_MS = [3000, 8000] as const;
/** Range of the time between two new customers. */
const ARRIVAL_INTERVAL_MS = [15_000, 45_000] as const;

export interface CallDistributorOptions {
  readonly bus: MessageBus;
  readonly random: Random;
  readonly roster: Roster;
  readonly queues: Queues;
  readonly calls: Calls;
  /** Whether an SDK instance serves the agent. Others get no calls, because no one would answer. */
  readonly isStaffed: (agent: Agent) => boolean;
}

export class CallDistributor {
  /** Whether waiting customers call by themselves. */
  isAutomatic = false;
  #offerTimer: Cancel | null = null;
  #arrivalTimer: Cancel | null = null;

  constructor(private readonly options: CallDistributorOptions) {}

  /**
   * Lets a customer call a skill group.
   * @returns the callID; `null` if no agent is ready, so that the customer waits
   * @throws RangeError for an unknown skill group
   */
  customerCalls({ number, queue: wanted, attachedData }: CustomerCall): string | null {
    const { queues } = this.options;
    const queue = wanted === undefined ? this.#busiestQueue() : queues.require(wanted);
    const agent = this.#readyAgent(queue);
    const isAnyCustomer = number === undefined && attachedData === undefined;
    const waiting = agent && isAnyCustomer ? queue.waiting.shift() : undefined;
    const caller = waiting ?? queues.createCaller(number, attachedData);
    if (agent) return this.#offer(queue, caller, agent);
    queue.waiting.push(caller);
    return null;
  }

  /**
   * Keeps the automatic calls going. Runs after every change: starts the timers while customers are to call by
   * themselves and an agent is logged in, and stops them otherwise.
   */
  update(): void {
    const { bus, random, roster, queues, isStaffed } = this.options;
    if (!this.isAutomatic || !roster.agents.some((agent) => agent.state !== 0 && isStaffed(agent))) {
      this.#stopTimers();
      return;
    }
    this.#arrivalTimer ??= bus.after(random.integer(...ARRIVAL_INTERVAL_MS), () => {
      this.#arrivalTimer = null;
      queues.addRandomCaller();
    });
    if (!this.#nextOffer()) return;
    this.#offerTimer ??= bus.after(random.integer(...OFFER_DELAY_MS), () => {
      this.#offerTimer = null;
      const next = this.#nextOffer();
      const caller = next?.queue.waiting.shift();
      if (next && caller) this.#offer(next.queue, caller, next.agent);
    });
  }

  #stopTimers(): void {
    this.#offerTimer?.();
    this.#arrivalTimer?.();
    this.#offerTimer = this.#arrivalTimer = null;
  }

  /** The queue with most customers, among those that a ready agent serves, if there are any. */
  #busiestQueue(): Queue {
    const { all } = this.options.queues;
    const served = all.filter((queue) => this.#readyAgent(queue));
    const [first, ...rest] = served.length > 0 ? served : all;
    if (!first) throw new Error('The company has no skill groups.');
    return rest.reduce((most, queue) => (queue.waiting.length > most.waiting.length ? queue : most), first);
  }

  #offer(queue: Queue, caller: Caller, agent: Agent): string {
    const { queues, calls } = this.options;
    return calls.offer(agent, queues.originOf(queue, caller), queue.row.hotline).callID;
  }

  /** The agent of a skill group who has been ready longest. */
  #readyAgent({ row }: Queue): Agent | undefined {
    const { roster, isStaffed } = this.options;
    return roster.agents
      .filter((agent) => agent.workStatus === 'ready' && agent.queues.includes(row.code) && isStaffed(agent))
      .sort((a, b) => a.workStatusSince - b.workStatusSince)[0];
  }

  #nextOffer(): { queue: Queue; agent: Agent } | undefined {
    const queue = this.options.queues.all.find((each) => each.waiting.length > 0 && this.#readyAgent(each));
    const agent = queue && this.#readyAgent(queue);
    return queue && agent && { queue, agent };
  }
}
