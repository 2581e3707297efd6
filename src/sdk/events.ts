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
  readonly meaning: string;
  /** Only for the type of the message; never set. */
  readonly message?: M;
}

const event =
  <M extends SdkMessage>() =>
  (certainty: Certainty, signal: SignalType | null, meaning: string): EventRow<M> => ({ certainty, signal, meaning });

const agent = event<AgentMessage>();
const call = event<CallMessage>();
const other = event<SdkMessage>();
const warning = event<SdkMessage & { code?: string; message?: string }>();

/** Every message that is known. One that is missing here still goes out as a DOM event; it only tells the state nothing. */
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
