import type { AgentMessage, CallMessage, LatencyMessage, RegainStatusMessage, SdkMessage } from './messages.js';
import type { DomEventName } from './names.js';
import type { SignalType } from './signals.js';

/**
 * How sure a message's name is: in the vendor's document; seen in the vendor's public code; assumed, from the
 * vendor's own enumerations or from telephony systems with the same vocabulary; or not the vendor's, but of the embedded
 * call centre alone.
 */
export type Certainty = 'documented' | 'seen' | 'assumed' | 'sandbox';

export interface EventRow<M extends SdkMessage = SdkMessage> {
  readonly certainty: Certainty;
  /** What it tells the state; `null`: it passes through and changes nothing. */
  readonly signal: SignalType | null;
  /** Only for the type of the message; never set. */
  readonly message?: M;
}

const event =
  <M extends SdkMessage>() =>
  (certainty: Certainty, signal: SignalType | null): EventRow<M> => ({ certainty, signal });

const agent = event<AgentMessage>();
const call = event<CallMessage>();
const other = event<SdkMessage>();
const warning = event<SdkMessage & { code?: string; message?: string }>();

/** Every message that is known. One that is missing here still goes out as a DOM event; it only tells the state nothing. */
export const events = {
  EventAgentRegainStatus: event<RegainStatusMessage>()('documented', 'restore'),
  EventAgentConnectionChanged: agent('documented', 'displaced'),
  EventAgentReady: agent('documented', 'agent-ready'),
  EventAgentNotReady: agent('documented', 'agent-not-ready'),
  EventTokenInvalid: other('documented', null),
  EventDialing: call('documented', 'call-dialing'),
  EventRinging: call('documented', 'call-ringing'),
  EventJanusLatency: event<LatencyMessage>()('documented', 'network'),
  EventUnreachable: other('documented', 'extension-lost'),
  EventUnregistered: other('documented', 'extension-lost'),

  EventAgentLogin: agent('seen', 'agent-login'),
  RequestAgentLogout: agent('seen', 'agent-logout'),
  EventAgentLogout: agent('seen', 'agent-logout'),
  EventAgentHoldCall: call('seen', 'call-held'),
  EventAgentRetrieveCall: call('seen', 'call-retrieved'),
  EventAgentMute: call('seen', 'call-muted'),
  EventAgentUnmute: call('seen', 'call-unmuted'),
  EventReleased: call('seen', 'call-ended'),
  EventDelayCallAfterWork: agent('seen', 'wrap-up-delayed'),
  EventDtmfSent: call('seen', null),

  EventEstablished: call('assumed', 'call-talking'),
  EventPartyChanged: call('assumed', 'call-changed'),
  EventPartyAdded: call('assumed', 'party-added'),
  EventPartyDeleted: call('assumed', 'party-deleted'),
  EventTierRemoved: agent('assumed', null),
  EventTierAdded: agent('assumed', null),
  EventError: other('assumed', null),
  EventAbandoned: call('assumed', 'call-ended'),
  EventHeld: call('assumed', 'call-held'),
  EventRetrieved: call('assumed', 'call-retrieved'),
  EventAttachedDataChanged: call('assumed', 'call-changed'),
  EventLinkConnected: other('assumed', 'link-up'),
  EventLinkDisconnected: other('assumed', 'link-down'),
  EventRegistered: other('assumed', 'extension-back'),

  SandboxWarning: warning('sandbox', null),
} as const satisfies Record<string, EventRow>;

export type MessageID = keyof typeof events;

export type MessageOf<M extends MessageID> = NonNullable<(typeof events)[M]['message']>;

/** The DOM events of the known messages, with the type of their `detail`. */
export type SdkEventMap = {
  [M in MessageID as DomEventName<M>]: CustomEvent<MessageOf<M>>;
};

export const isKnown = (messageID: string): messageID is MessageID => Object.hasOwn(events, messageID);

/** What a message tells the state, if it is known. */
export const signalOf = (messageID: string): SignalType | null =>
  isKnown(messageID) ? events[messageID].signal : null;

/** The subscription that gets every agent message (section "Initialization", third step, example 1). */
export const EVENT_ALL = 'EventAgentAll';

/** Subscribed to besides: the document shows it with a subscription of its own. */
export const EVENT_LATENCY = 'EventJanusLatency';

/** Its answer is `handleRefreshToken` (section "Initialization", third step). */
export const EVENT_TOKEN_INVALID = 'EventTokenInvalid';
