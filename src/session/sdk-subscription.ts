/**
 * The two subscriptions to one SDK instance, the first stage of a message. A voice sample may
 * arrive by both; the same one is passed on once.
 * The document says that two subscriptions deliver an event twice (section "Initialization"), but
 * not whether `EventAgentAll` contains voice samples. So both are needed, and the second copy is
 * recognized here.
 */
import {
  EVENT_ALL,
  EVENT_LATENCY,
  isSameSample,
  messageIDOf,
  withMessageID,
  type SdkListener,
  type SdkMessage,
  type SobotAgentSdk,
} from '../sdk/index.js';
import type { EventQueue } from './event-queue.js';

type SubscribedEvent = typeof EVENT_ALL | typeof EVENT_LATENCY;

/** Two samples that are equal by chance are further apart: they come about once a second. */
const DUPLICATE_WINDOW_MS = 1000;

/** The receiver of the messages. */
interface SubscriptionHost {
  readonly queue: EventQueue;
  /** Called for one message after the other, each with a `messageID`. */
  readonly handleMessage: (message: SdkMessage) => void;
  readonly now: () => number;
}

/**
 * The subscriptions of one start. A restart creates another object, so late calls of an old SDK
 * reach nothing.
 */
export class SdkSubscription {
  readonly #listeners: Readonly<Record<SubscribedEvent, SdkListener>>;
  #isOpen = false;
  #lastSample: { readonly event: SubscribedEvent; readonly message: SdkMessage; readonly at: number } | null = null;

  constructor(
    private readonly sdk: SobotAgentSdk,
    private readonly host: SubscriptionHost,
  ) {
    this.#listeners = {
      [EVENT_ALL]: (message) => this.#receive(message, EVENT_ALL),
      [EVENT_LATENCY]: (message) => this.#receive(message, EVENT_LATENCY),
    };
  }

  /**
   * Subscribes. Each listener is kept, because `off` without one removes the page's own listeners
   * as well.
   */
  open(): void {
    this.#isOpen = true;
    this.sdk.on(EVENT_ALL, this.#listeners[EVENT_ALL]);
    this.sdk.on(EVENT_LATENCY, this.#listeners[EVENT_LATENCY]);
  }

  /** Ends both subscriptions. No message is passed on afterwards, even if the SDK goes on calling the listeners. */
  close(): void {
    this.#isOpen = false;
    try {
      this.sdk.off(EVENT_ALL, this.#listeners[EVENT_ALL]);
      this.sdk.off(EVENT_LATENCY, this.#listeners[EVENT_LATENCY]);
    } catch (error) {
      console.warn('sobot-elements: the SDK could not be unsubscribed from.', error);
    }
  }

  /**
   * Gives the message a name, where it has none, and queues it: the SDK may call back within a
   * method that the kit has called.
   */
  #receive(raw: unknown, event: SubscribedEvent): void {
    if (!this.#isOpen) return;
    const message = withMessageID(raw, event);
    if (messageIDOf(message) === EVENT_LATENCY && this.#isDuplicate(message, event)) return;
    this.host.queue.enqueue(this.host.handleMessage, message);
  }

  /** Whether the other subscription has just delivered the same sample. */
  #isDuplicate(message: SdkMessage, event: SubscribedEvent): boolean {
    const last = this.#lastSample;
    const at = this.host.now();
    const isDuplicate =
      last !== null &&
      last.event !== event &&
      at - last.at < DUPLICATE_WINDOW_MS &&
      isSameSample(last.message, message);
    this.#lastSample = isDuplicate ? null : { event, message, at };
    return isDuplicate;
  }
}
