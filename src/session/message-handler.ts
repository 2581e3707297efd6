/**
 * The second stage of a message: it is logged, normalized, reduced into the state, and dispatched
 * as DOM events. Then the parts of the session react that it concerns.
 * The log comes first, so that a message that breaks a later step is in the diagnostics file.
 */
import { domEventName, EVENT_TOKEN_INVALID, isKnown, messageIDOf, signalOf, type SdkMessage } from '../sdk/index.js';
import { callStatus, signalFromMessage } from '../state/index.js';
import type { EventDispatcher } from './event-dispatcher.js';
import type { WritableEventLog } from './event-log/event-log.js';
import type { ServerClock } from './server-clock.js';
import type { Store } from './store.js';

/** Unknown names that are remembered, so that each is reported once. */
const MAX_UNKNOWN_NAMES = 200;

/** The stages that a message passes, and the aliases of the company. */
interface MessageHandlerHost {
  readonly store: Store;
  readonly log: WritableEventLog;
  readonly clock: ServerClock;
  readonly dispatcher: EventDispatcher;
  /** Message names of the tenant, each with the documented name that it stands for. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Called after the message's own events, for messages that concern more than the state. */
  readonly reactions: {
    tokenExpired(): void;
    connectionLost(): void;
    connectionRestored(): void;
    displaced(): void;
  };
}

/** Handles the messages of one session, one after the other; the event queue calls it. */
export class MessageHandler {
  readonly #unknownNames = new Set<string>();

  constructor(private readonly host: MessageHandlerHost) {}

  /** Handles one message with a `messageID`. */
  readonly handle = (received: SdkMessage): void => {
    const { store, log, clock, dispatcher } = this.host;
    const message = log.secrets.cleanMessage(received);
    const messageID = messageIDOf(message);
    const resolvedName = this.#resolveAlias(messageID);
    log.messageReceived(messageID, message, callStatus(store.state));
    const local = clock.toLocal(message);
    const signal = signalFromMessage(resolvedName, local.message, local.at);
    if (signal) store.dispatch({ type: 'signal', signal }, message);
    dispatcher.dispatchMessage(messageID, message);
    if (!isKnown(resolvedName)) this.#reportUnknown(messageID);
    this.#react(resolvedName);
  };

  /** An alias may come from JSON of the page and be anything. */
  #resolveAlias(messageID: string): string {
    const alias: unknown = this.host.aliases[messageID];
    return typeof alias === 'string' ? alias : messageID;
  }

  /**
   * Warns of a name that the kit doesn't know: the vendor's list of messages is not complete, and
   * an alias can give the name its meaning.
   */
  #reportUnknown(messageID: string): void {
    if (this.#unknownNames.has(messageID) || this.#unknownNames.size >= MAX_UNKNOWN_NAMES) return;
    this.#unknownNames.add(messageID);
    this.host.dispatcher.dispatch('sobot-warning', {
      code: 'unknown-event',
      message: `The SDK sent "${messageID}", which the kit does not know. It went out as ${domEventName(messageID)}.`,
    });
  }

  /** Informs the parts of the session that a message concerns besides the state. */
  #react(resolvedName: string): void {
    const { reactions } = this.host;
    const signal = signalOf(resolvedName);
    if (resolvedName === EVENT_TOKEN_INVALID) reactions.tokenExpired();
    if (signal === 'link-down') reactions.connectionLost();
    if (signal === 'link-up') reactions.connectionRestored();
    if (signal === 'displaced') reactions.displaced();
  }
}
