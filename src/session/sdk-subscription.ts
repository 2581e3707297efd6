import { EVENT_ALL, EVENT_LATENCY, type SdkListener, type SdkMessage, type SobotAgentSdk } from '../sdk/index.js';
import { isRecord, str } from '../internal/index.js';

type Subscription = typeof EVENT_ALL | typeof EVENT_LATENCY;

const SAME_NEWS_MS = 1000;

/** A message with a `messageID`: the SDK's own object unless that has to be added. */
function named(message: unknown, via: Subscription): SdkMessage {
  if (!isRecord(message)) return { messageID: via, message };
  return str(message['messageID']) === '' ? { ...message, messageID: via } : (message as SdkMessage);
}

/** By their figures: only one of the two may have a `messageID` or the common fields. */
const isSame = (a: SdkMessage, b: SdkMessage): boolean =>
  ['ping', 'jitter', 'loss', 'quality'].every((figure) => str(a[figure]) === str(b[figure]));

/**
 * The two subscriptions to one SDK. Latency samples may arrive by both; the same one counts once.
 */
export class Inbox {
  readonly #listeners: Readonly<Record<Subscription, SdkListener>>;
  #isOpen = false;
  #last: { via: Subscription; message: SdkMessage; at: number } | null = null;

  constructor(
    private readonly sdk: SobotAgentSdk,
    /** @param name the `messageID`, trimmed */
    private readonly receive: (message: SdkMessage, name: string) => void,
  ) {
    this.#listeners = {
      [EVENT_ALL]: (message) => this.#take(message, EVENT_ALL),
      [EVENT_LATENCY]: (message) => this.#take(message, EVENT_LATENCY),
    };
  }

  open(): void {
    this.#isOpen = true;
    this.sdk.on(EVENT_ALL, this.#listeners[EVENT_ALL]);
    this.sdk.on(EVENT_LATENCY, this.#listeners[EVENT_LATENCY]);
  }

  /** Even if the SDK won't let go, nothing comes through any more. */
  close(): void {
    this.#isOpen = false;
    try {
      this.sdk.off(EVENT_ALL, this.#listeners[EVENT_ALL]);
      this.sdk.off(EVENT_LATENCY, this.#listeners[EVENT_LATENCY]);
    } catch (error) {
      console.warn('sobot-elements: the SDK could not be unsubscribed from.', error);
    }
  }

  #take(message: unknown, via: Subscription): void {
    if (!this.#isOpen) return;
    const whole = named(message, via);
    const name = str(whole.messageID);
    if (name === EVENT_LATENCY && this.#isRepeat(whole, via)) return;
    this.receive(whole, name);
  }

  #isRepeat(message: SdkMessage, via: Subscription): boolean {
    const last = this.#last;
    const at = Date.now();
    const repeat = !!last && last.via !== via && at - last.at < SAME_NEWS_MS && isSame(last.message, message);
    this.#last = repeat ? null : { via, message, at };
    return repeat;
  }
}
