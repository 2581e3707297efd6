import type { Cancel } from '../model/clock.js';
import type { Agent } from '../model/agent.js';
import type { MessageBus } from './message-bus.js';
import type { Caller, Origin } from '../model/call.js';
import type { Calls } from './calls.js';
import type { Legs } from './legs.js';
import type { Random } from '../model/random.js';
import type { Roster } from './roster.js';
import * as tenant from '../model/tenant.js';

type QueueRow = (typeof tenant.queues)[number];

/** A skill group, and who waits in it, the longest first. */
export interface Queue {
  readonly row: QueueRow;
  readonly waiting: Caller[];
}

export interface CustomerCall {
  /** Who calls; absent: whoever waits longest, else somebody new. */
  number?: string;
  /** Code or name of a skill group; absent: one that a ready agent serves. */
  queue?: string;
  attachedData?: Record<string, unknown>;
}

/** Milliseconds between becoming ready and the next caller, and between two new callers, when they come by themselves. */
const OFFER_DELAY_MS = [3000, 8000] as const;
const ARRIVAL_INTERVAL_MS = [15_000, 45_000] as const;

/** Brings customers to ready agents. Colleagues without an end get none: nobody would answer. */
export class Queues {
  /** Whether waiting customers come in by themselves. */
  isAutomatic = false;
  readonly all: readonly Queue[];
  #offerTimer: Cancel | null = null;
  #arrivalTimer: Cancel | null = null;

  constructor(
    private readonly bus: MessageBus,
    private readonly random: Random,
    private readonly roster: Roster,
    private readonly calls: Calls,
    legs: Legs,
    private readonly isStaffed: (agent: Agent) => boolean,
  ) {
    this.all = tenant.queues.map((row) => ({
      row,
      waiting: Array.from({ length: row.waiting }, () => this.createCaller()),
    }));
    legs.onUnanswered = ({ queueCode, caller }) => this.find(queueCode)?.waiting.unshift(caller);
    bus.onSettle(() => this.#update());
  }

  find(codeOrName: string): Queue | undefined {
    const word = codeOrName.trim().toLowerCase();
    return this.all.find(({ row }) => row.code === word || row.name.toLowerCase() === word);
  }

  /** @throws RangeError */
  require(codeOrName: string): Queue {
    const queue = this.find(codeOrName);
    if (queue) return queue;
    throw new RangeError(
      `no skill group "${codeOrName}"; there are ${tenant.queues.map(({ name }) => name).join(', ')}`,
    );
  }

  /** A customer calls: rings at a ready agent, or waits. */
  customerCalls({ number, queue: wanted, attachedData }: CustomerCall): string | null {
    const queue = wanted === undefined ? this.#busiest() : this.require(wanted);
    const agent = this.#readyAgent(queue);
    const waits = agent && number === undefined && attachedData === undefined ? queue.waiting.shift() : undefined;
    const caller = waits ?? this.createCaller(number, attachedData);
    if (agent) return this.#offerTo(queue, caller, agent);
    queue.waiting.push(caller);
    return null;
  }

  /** Of those that a ready agent serves, else of all: where most customers wait. */
  #busiest(): Queue {
    const served = this.all.filter((queue) => this.#readyAgent(queue));
    const [first, ...rest] = served.length > 0 ? served : this.all;
    if (!first) throw new Error('the tenant has no skill groups');
    return rest.reduce((most, queue) => (queue.waiting.length > most.waiting.length ? queue : most), first);
  }

  #offerTo({ row }: Queue, caller: Caller, agent: Agent): string {
    const origin: Origin = { queueCode: row.code, queueName: row.name, caller };
    return this.calls.offer(agent, origin, row.hotline).callID;
  }

  /** Who has been ready longest. */
  #readyAgent({ row }: Queue): Agent | undefined {
    return this.roster.agents
      .filter((agent) => agent.workStatus === 'ready' && agent.queues.includes(row.code) && this.isStaffed(agent))
      .sort((a, b) => a.workStatusSince - b.workStatusSince)[0];
  }

  /** A customer, new or of this number. */
  createCaller(number = `138${this.random.digits(8)}`, attachedData?: Record<string, unknown>): Caller {
    const data = attachedData ?? { orderID: `A-${this.random.digits(5)}`, topic: this.random.pick(tenant.callTopics) };
    return { number, attachedData: { ...data } };
  }

  /** Keeps customers coming while `auto` is on and somebody is logged in; stops by itself. */
  #update(): void {
    const on = this.isAutomatic && this.roster.agents.some((agent) => agent.state !== 0 && this.isStaffed(agent));
    if (!on) {
      this.#offerTimer?.();
      this.#arrivalTimer?.();
      this.#offerTimer = this.#arrivalTimer = null;
      return;
    }
    this.#arrivalTimer ??= this.bus.after(this.random.integer(...ARRIVAL_INTERVAL_MS), () => {
      this.#arrivalTimer = null;
      this.all[this.random.integer(0, this.all.length - 1)]?.waiting.push(this.createCaller());
    });
    if (!this.#nextOffer()) return;
    this.#offerTimer ??= this.bus.after(this.random.integer(...OFFER_DELAY_MS), () => {
      this.#offerTimer = null;
      const next = this.#nextOffer();
      const caller = next?.queue.waiting.shift();
      if (next && caller) this.#offerTo(next.queue, caller, next.agent);
    });
  }

  #nextOffer(): { queue: Queue; agent: Agent } | undefined {
    const queue = this.all.find((each) => each.waiting.length > 0 && this.#readyAgent(each));
    const agent = queue && this.#readyAgent(queue);
    return queue && agent && { queue, agent };
  }
}
