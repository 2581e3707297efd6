/**
 * The table of messages: each `messageID` with its certainty and its signal. The vendor's page with
 * the bodies of the messages is not public as a whole, so the names come from several sources, and
 * the certainty of each is part of the row and of the documentation. A tenant whose platform uses
 * other names corrects a row by `event-aliases`, not by code.
 */
import type { AgentMessage, CallMessage, LatencyMessage, RegainStatusMessage, SdkMessage } from './messages.js';
import type { DomEventName } from './names.js';
import type { SignalType } from './signals.js';

/**
 * Source of the name of a message.
 *
 * - `documented`: the vendor's document or API description names it.
 * - `seen`: the vendor's public demo compares with it. That is no proof that the platform sends it.
 * - `assumed`: derived from the vendor's own enumerations, or from telephony systems with the same
 *   vocabulary.
 * - `sandbox`: only the embedded call centre sends it.
 */
export type Certainty = 'documented' | 'seen' | 'assumed' | 'sandbox';

export interface EventRow<M extends SdkMessage = SdkMessage> {
  readonly certainty: Certainty;
  /** Signal for the reducer. `null`: the message is dispatched as an event and changes no state. */
  readonly signal: SignalType | null;
  /** Meaning for the documentation, in English. */
  readonly meaning: string;
  /** Carries the type of the message, and is never set. */
  readonly message?: M;
}

const event =
  <M extends SdkMessage>() =>
  (certainty: Certainty, signal: SignalType | null, meaning: string): EventRow<M> => ({ certainty, signal, meaning });

const agent = event<AgentMessage>();
const call = event<CallMessage>();
const other = event<SdkMessage>();
const warning = event<SdkMessage & { code?: string; message?: string }>();

/**
 * Known messages. A message that is missing here is dispatched as a DOM event all the same. It may
 * be the answer or the end of a call, so it makes a call that rings or is dialled presumed.
 */
export const events = {
  EventAgentRegainStatus: event<RegainStatusMessage>()('documented', 'restore', 'what was going on before this page'),
  EventAgentConnectionChanged: agent('documented', 'displaced', 'the agent logged in at another end'),
  EventAgentReady: agent('documented', 'agent-ready', 'the agent became ready'),
  EventAgentNotReady: agent('documented', 'agent-not-ready', 'the agent became occupied'),
  EventTokenInvalid: other('documented', null, 'the token expired: a new one within 10 seconds'),
  EventDialing: call('documented', 'call-dialing', 'an outgoing call started'),
  EventRinging: call('documented', 'call-ringing', 'a call rings'),
  EventJanusLatency: event<LatencyMessage>()('documented', 'network', 'a sample of the voice connection'),
  EventUnreachable: other('documented', 'extension-lost', 'the extension became unreachable'),
  EventUnregistered: other('documented', 'extension-lost', 'the extension is no longer registered'),

  EventAgentLogin: agent('seen', 'agent-login', 'the agent logged in'),
  RequestAgentLogout: agent('seen', 'agent-logout', 'the agent logged out'),
  EventAgentLogout: agent('seen', 'agent-logout', 'the agent was set offline'),
  EventAgentHoldCall: call('seen', 'call-held', 'the call is on hold'),
  EventAgentRetrieveCall: call('seen', 'call-retrieved', 'the call is back from hold'),
  EventAgentMute: call('seen', 'call-muted', 'the microphone is off'),
  EventAgentUnmute: call('seen', 'call-unmuted', 'the microphone is on'),
  EventReleased: call('seen', 'call-ended', 'the call is over'),
  EventDelayCallAfterWork: agent('seen', 'wrap-up-delayed', 'after-call work was extended'),
  EventDtmfSent: call('seen', null, 'digits were sent'),

  EventEstablished: call('assumed', 'call-talking', 'the other side answered'),
  EventPartyChanged: call('assumed', 'call-changed', 'the parties of the call changed'),
  EventPartyAdded: call('assumed', 'party-added', 'a party joined the call'),
  EventPartyDeleted: call('assumed', 'party-deleted', 'a party left the call'),
  EventTierRemoved: agent('assumed', null, 'a skill group was taken from the agent'),
  EventTierAdded: agent('assumed', null, 'a skill group was given to the agent'),
  EventError: other('assumed', null, 'the platform reports an error'),
  EventAbandoned: call('assumed', 'call-ended', 'the caller gave up'),
  EventHeld: call('assumed', 'call-held', 'the call is on hold'),
  EventRetrieved: call('assumed', 'call-retrieved', 'the call is back from hold'),
  EventAttachedDataChanged: call('assumed', 'call-changed', 'the data of the call changed'),
  EventLinkConnected: other('assumed', 'link-up', 'the platform is reached again'),
  EventLinkDisconnected: other('assumed', 'link-down', 'the platform is out of reach'),
  EventRegistered: other('assumed', 'extension-back', 'the extension is registered'),

  SandboxWarning: warning('sandbox', null, 'the embedded call centre has no microphone, or no sound'),
} as const satisfies Record<string, EventRow>;

export type MessageID = keyof typeof events;

export type MessageOf<M extends MessageID> = NonNullable<(typeof events)[M]['message']>;

/** DOM events of the known messages, for the types of `addEventListener`. */
export type SdkEventMap = {
  [M in MessageID as DomEventName<M>]: CustomEvent<MessageOf<M>>;
};

/** Whether the table has the message. Inherited names (`constructor`) do not count. */
export const isKnown = (messageID: string): messageID is MessageID => Object.hasOwn(events, messageID);

/** Returns the signal of a message; `null` if it is unknown or changes no state. */
export const signalOf = (messageID: string): SignalType | null =>
  isKnown(messageID) ? events[messageID].signal : null;

/** Subscription to every agent message (section "Initialization", third step, example 1). */
export const EVENT_ALL = 'EventAgentAll';

/**
 * Second subscription: the document gives voice quality a section of its own, and does not say
 * whether the subscription to all messages includes it.
 */
export const EVENT_LATENCY = 'EventJanusLatency';

/** Request for a new token within ten seconds (section "Initialization", third step). */
export const EVENT_TOKEN_INVALID = 'EventTokenInvalid';
