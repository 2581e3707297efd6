import type { Cancel } from '../model/clock.js';
import type { Agent } from '../model/agent.js';
import type { Bus } from './message-bus.js';
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
const OFFER_AFTER = [3000, 8000] as const;
const ARRIVE_AFTER = [15_000, 45_000] as const;

/** Brings customers to ready agents. Colleagues without an end get none: nobody would answer. */
export class Queues {
  /** Whether waiting customers come in by themselves. */
  auto = false;
  readonly all: readonly Queue[];
  #offer: Cancel | null = null;
  #arrival: Cancel | null = null;

  constructor(
    private readonly bus: Bus,
    private readonly random: Random,
    private readonly roster: Roster,
    private readonly calls: Calls,
    legs: Legs,
    private readonly isStaffed: (agent: Agent) => boolean,
  ) {
    this.all = tenant.queues.map((row) => ({
      row,
      waiting: Array.from({ length: row.waiting }, () => this.somebody()),
    }));
    legs.onUnanswered = ({ queueCode, caller }) => this.find(queueCode)?.waiting.unshift(caller);
    bus.onSettle(() => this.#flow());
  }

  find(codeOrName: string): Queue | undefined {
    const word = codeOrName.trim().toLowerCase();
    return this.all.find(({ row }) => row.code === word || row.name.toLowerCase() === word);
  }

  /** @throws RangeError */
  named(codeOrName: string): Queue {
    const queue = this.find(codeOrName);
    if (queue) return queue;
    throw new RangeError(
      `no skill group "${codeOrName}"; there are ${tenant.queues.map(({ name }) => name).join(', ')}`,
    );
  }

  /** A customer calls: rings at a ready agent, or waits. */
  customerCalls({ number, queue: wanted, attachedData }: CustomerCall): string | null {
    const queue = wanted === undefined ? this.#busiest() : this.named(wanted);
    const agent = this.#readyFor(queue);
    const waits = agent && number === undefined && attachedData === undefined ? queue.waiting.shift() : undefined;
    const caller = waits ?? this.somebody(number, attachedData);
    if (agent) return this.#bring(queue, caller, agent);
    queue.waiting.push(caller);
    return null;
  }

  /** Of those that a ready agent serves, else of all: where most customers wait. */
  #busiest(): Queue {
    const served = this.all.filter((queue) => this.#readyFor(queue));
    const [first, ...rest] = served.length > 0 ? served : this.all;
    if (!first) throw new Error('the tenant has no skill groups');
    return rest.reduce((most, queue) => (queue.waiting.length > most.waiting.length ? queue : most), first);
  }

  #bring({ row }: Queue, caller: Caller, agent: Agent): string {
    const origin: Origin = { queueCode: row.code, queueName: row.name, caller };
    return this.calls.ring(agent, origin, row.hotline).callID;
  }

  /** Who has been ready longest. */
  #readyFor({ row }: Queue): Agent | undefined {
    return this.roster.agents
      .filter((agent) => agent.work === 'ready' && agent.queues.includes(row.code) && this.isStaffed(agent))
      .sort((a, b) => a.workSince - b.workSince)[0];
  }

  /** A customer, new or of this number. */
  somebody(number = `138${this.random.digits(8)}`, attachedData?: Record<string, unknown>): Caller {
    const data = attachedData ?? { orderID: `A-${this.random.digits(5)}`, topic: this.random.pick(tenant.topics) };
    return { number, attachedData: { ...data } };
  }

  /** Keeps customers coming while `auto` is on and somebody is logged in; stops by itself. */
  #flow(): void {
    const on = this.auto && this.roster.agents.some((agent) => agent.state !== 0 && this.isStaffed(agent));
    if (!on) {
      this.#offer?.();
      this.#arrival?.();
      this.#offer = this.#arrival = null;
      return;
    }
    this.#arrival ??= this.bus.after(this.random.integer(...ARRIVE_AFTER), () => {
      this.#arrival = null;
      this.all[this.random.integer(0, this.all.length - 1)]?.waiting.push(this.somebody());
    });
    if (!this.#next()) return;
    this.#offer ??= this.bus.after(this.random.integer(...OFFER_AFTER), () => {
      this.#offer = null;
      const next = this.#next();
      const caller = next?.queue.waiting.shift();
      if (next && caller) this.#bring(next.queue, caller, next.agent);
    });
  }

  #next(): { queue: Queue; agent: Agent } | undefined {
    const queue = this.all.find((each) => each.waiting.length > 0 && this.#readyFor(each));
    const agent = queue && this.#readyFor(queue);
    return queue && agent && { queue, agent };
  }
}
