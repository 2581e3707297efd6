/** Queues of the skill groups: the customers who wait, and where they come from. */
import { tenant, type Caller, type Origin, type Random } from '../model/index.js';

/** One skill group and its waiting customers, the longest first. */
export interface Queue {
  readonly row: (typeof tenant.queues)[number];
  readonly waiting: Caller[];
}

export class Queues {
  readonly all: readonly Queue[];

  constructor(private readonly random: Random) {
    this.all = tenant.queues.map((row) => ({
      row,
      waiting: Array.from({ length: row.waiting }, () => this.createCaller()),
    }));
  }

  find(codeOrName: string): Queue | undefined {
    const key = codeOrName.trim().toLowerCase();
    return this.all.find(({ row }) => row.code === key || row.name.toLowerCase() === key);
  }

  /** @throws RangeError for an unknown skill group */
  require(codeOrName: string): Queue {
    const queue = this.find(codeOrName);
    if (queue) return queue;
    const known = tenant.queues.map(({ name }) => name).join(', ');
    throw new RangeError(`Unknown skill group "${codeOrName}". Use one of ${known}.`);
  }

  /** Creates a customer, with an invented number and business data unless they are given. */
  createCaller(number = `138${this.random.digits(8)}`, attachedData?: Record<string, unknown>): Caller {
    const data = attachedData ?? { orderID: `A-${this.random.digits(5)}`, topic: this.random.pick(tenant.callTopics) };
    return { number, attachedData: { ...data } };
  }

  /** Puts the caller of an unanswered call back, first in line. */
  requeue({ queueCode, caller }: Origin): void {
    this.find(queueCode)?.waiting.unshift(caller);
  }

  /** Describes where a caller of this queue comes from. */
  originOf({ row }: Queue, caller: Caller): Origin {
    return { queueCode: row.code, queueName: row.name, caller };
  }

  /** Adds a new customer to a random queue. */
  addRandomCaller(): void {
    this.all[this.random.integer(0, this.all.length - 1)]?.waiting.push(this.createCaller());
  }
}
