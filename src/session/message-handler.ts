import { domEventName, isKnown, type SdkMessage } from '../sdk/index.js';
import { callStatus, signalFromMessage } from '../state/index.js';
import { ServerClock } from './server-clock.js';
import type { Store } from './store.js';

const UNKNOWN_MAX = 200;

/** What the SDK says: into the state, then out as DOM events. */
export class Reception {
  readonly #clock = new ServerClock();
  readonly #unknown = new Set<string>();

  /** @param aliases the tenant's names of messages -> the names that the kit knows */
  constructor(
    private readonly store: Store,
    private readonly aliases: Readonly<Record<string, string>> = {},
  ) {}

  /** @returns the name that is meant by its name */
  take(message: SdkMessage, messageID: string): string {
    const alias: unknown = this.aliases[messageID];
    const meant = typeof alias === 'string' ? alias : messageID;
    const at = Date.now();
    this.store.journal.message(messageID, message, callStatus(this.store.state));
    const local = this.#clock.local(message, at);
    const signal = signalFromMessage(meant, local, at);
    if (signal) this.store.change({ type: 'signal', signal }, message);
    this.store.target.dispatchEvent(
      new CustomEvent(domEventName(messageID), { detail: message, bubbles: true, composed: true }),
    );
    this.store.emit('sobot-event', message);
    if (!isKnown(meant)) this.#noteUnknown(messageID);
    return meant;
  }

  /** Somebody may have set a clock. */
  forgetClock(): void {
    this.#clock.forget();
  }

  #noteUnknown(messageID: string): void {
    if (this.#unknown.has(messageID) || this.#unknown.size >= UNKNOWN_MAX) return;
    this.#unknown.add(messageID);
    this.store.emit('sobot-warning', {
      code: 'unknown-event',
      message: `The SDK sent "${messageID}", which the kit does not know. It went out as ${domEventName(messageID)}.`,
    });
  }
}
