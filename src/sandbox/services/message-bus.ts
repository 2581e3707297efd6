/** Order of changes, answers and messages: the one place through which everything in the call centre happens. */
import { reportErrors, type Fields } from '../../internal/index.js';
import type { SdkMessage } from '../../sdk/index.js';
import { type Agent, type Cancel, type Clock } from '../model/index.js';

/** Recipient of messages: an SDK instance. */
export interface Receiver {
  receive(message: SdkMessage): void;
}

export interface MessageBusOptions {
  readonly clock: Clock;
  /** Returns the SDK instances that get an agent's messages. */
  readonly receiversOf: (agent: Agent) => readonly Receiver[];
  /** Runs after every change, before any answer or message is delivered. */
  readonly onChange: () => void;
}

/**
 * Runs changes and delivers their results. A change runs inside {@link run}. When it is complete, the answers to
 * requests are delivered first, then the messages in the order in which they were sent; subscribers are called last.
 * Changes that a listener causes are queued behind.
 */
export class MessageBus {
  readonly clock: Clock;
  readonly #options: MessageBusOptions;
  #depth = 0;
  #answers: (() => void)[] = [];
  #messages: (() => void)[] = [];
  readonly #subscribers = new Set<() => void>();
  #reference = 0;

  constructor(options: MessageBusOptions) {
    this.#options = options;
    this.clock = options.clock;
  }

  /** Sequence number of the request that is being executed; 0 without one. */
  get reference(): number {
    return this.#reference;
  }

  /**
   * Runs a change.
   * @param reference sequence number of the request that causes it
   * @returns the result of the change
   */
  run<T>(change: () => T, reference = 0): T {
    const outer = this.#reference;
    this.#reference = reference;
    this.#depth += 1;
    let result: T;
    try {
      result = change();
    } finally {
      this.#reference = outer;
      this.#options.onChange();
      // Changes inside a change leave the delivery to the outermost one.
      if (this.#depth === 1) this.#deliver();
      this.#depth -= 1;
    }
    if (this.#depth === 0) for (const subscriber of [...this.#subscribers]) reportErrors(subscriber);
    return result;
  }

  /** Runs a change in `ms` milliseconds. */
  after(ms: number, change: () => void): Cancel {
    return this.clock.after(ms, () => this.run(change));
  }

  /** Queues the answer to a request. It is called when the change is complete, before any message. */
  queueAnswer(callback: () => void): void {
    this.#answers.push(callback);
  }

  /** Sends a message to all SDK instances of an agent. */
  send(agent: Agent, messageID: string, fields: Fields, reference = this.#reference): void {
    for (const receiver of this.#options.receiversOf(agent)) this.sendTo(receiver, messageID, fields, reference);
  }

  /** Sends a message to one SDK instance. */
  sendTo(receiver: Receiver, messageID: string, fields: Fields, reference = this.#reference): void {
    const message: SdkMessage = { messageID, creationTime: this.clock.now(), referenceID: reference, ...fields };
    this.#messages.push(() => receiver.receive(message));
  }

  /** @returns unsubscribe function */
  subscribe(listener: () => void): Cancel {
    this.#subscribers.add(listener);
    return () => void this.#subscribers.delete(listener);
  }

  #deliver(): void {
    for (let next = this.#next(); next; next = this.#next()) reportErrors(next);
  }

  #next(): (() => void) | undefined {
    return this.#answers.shift() ?? this.#messages.shift();
  }
}
