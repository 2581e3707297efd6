import type { SdkMessage } from '../../sdk/index.js';
import type { Cancel, Clock } from '../model/clock.js';
import { reportErrors } from '../model/report.js';
import type { Agent } from '../model/agent.js';

export interface Receiver {
  receive(message: SdkMessage): void;
}

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Orders what happens. Everything that changes the call centre runs inside {@link run}; when the change is complete,
 * the answers to requests go out first, then the messages, in the order in which they were written, then the
 * subscribers hear of it. What a listener sets off queues up behind.
 */
export class MessageBus {
  #depth = 0;
  #answers: (() => void)[] = [];
  #messages: (() => void)[] = [];
  readonly #settlers: (() => void)[] = [];
  readonly #subscribers = new Set<() => void>();
  #reference = 0;

  constructor(
    readonly clock: Clock,
    private readonly receiversOf: (agent: Agent) => readonly Receiver[],
  ) {}

  /** Sequence number of the request that is being carried out; 0: none. */
  get reference(): number {
    return this.#reference;
  }

  /** Runs a change. */
  run(change: () => void, reference = 0): void {
    const outer = this.#reference;
    this.#reference = reference;
    this.#depth += 1;
    try {
      change();
    } finally {
      this.#reference = outer;
      for (const settle of this.#settlers) settle();
      if (this.#depth === 1) this.#drain();
      this.#depth -= 1;
    }
    if (this.#depth === 0) for (const subscriber of [...this.#subscribers]) reportErrors(subscriber);
  }

  /** A change in `ms` milliseconds. */
  after(ms: number, change: () => void): Cancel {
    return this.clock.after(ms, () => this.run(change));
  }

  /** Calls back when the change is complete, before any message. */
  queueAnswer(callback: () => void): void {
    this.#answers.push(callback);
  }

  /** A message to all ends of an agent. */
  send(agent: Agent, messageID: string, fields: Fields, reference = this.#reference): void {
    for (const receiver of this.receiversOf(agent)) this.sendTo(receiver, messageID, fields, reference);
  }

  /** A message to one end. */
  sendTo(receiver: Receiver, messageID: string, fields: Fields, reference = this.#reference): void {
    const message: SdkMessage = { messageID, creationTime: this.clock.now(), referenceID: reference, ...fields };
    this.#messages.push(() => receiver.receive(message));
  }

  /** Runs after every change, before anybody hears of it. */
  onSettle(settle: () => void): void {
    this.#settlers.push(settle);
  }

  subscribe(listener: () => void): Cancel {
    this.#subscribers.add(listener);
    return () => void this.#subscribers.delete(listener);
  }

  #drain(): void {
    for (let next = this.#answers.shift() ?? this.#messages.shift(); next;) {
      reportErrors(next);
      next = this.#answers.shift() ?? this.#messages.shift();
    }
  }
}
