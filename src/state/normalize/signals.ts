/**
 * The typed signals, which are the input of the reducer. A signal comes from a message of the SDK
 * or from the result of a command; either way it holds no field of the vendor.
 * It is the contract between `normalize`, which creates signals, and the slices, which read them.
 */
import type { Fields } from '../../internal/index.js';
import type { CallStatus, Role, SignalType } from '../../sdk/index.js';
import type { Break, CallState, CallType, PhoneTypeOrUnknown, Presence, QualityLetter } from '../model.js';

/** A documented role, or the vendor's word where it is not documented. */
export type PartyRole = Role | (string & {});

/** The details of a call that any message about it may carry. An empty string or undefined: not told. */
export interface CallDetails {
  readonly callId: string;
  readonly kind?: CallType;
  readonly otherNumber: string;
  readonly otherRole?: PartyRole;
  readonly localNumber: string;
  readonly localRole?: PartyRole;
  readonly thirdNumber: string;
  readonly thirdRole?: PartyRole;
  readonly queue: string;
  readonly attachedData?: Fields;
}

/** The details of a call with the facts that only some messages or results have. */
export interface CallFields extends CallDetails {
  /** The vendor's own time of the message in milliseconds since 1970; compared only with other such times. */
  readonly sentAt?: number;
  /** The end of after-call work in milliseconds since 1970, where an ending tells it. */
  readonly wrapUpEndsAt: number | null;
  /** Only of a result: the call states that the command is meant for. */
  readonly appliesTo?: readonly CallStatus[];
}

/** A decoded presence. `label` is the fallback for a break that the tenant has not named. */
export type PresenceReport = Pick<Presence, 'status' | 'reasonCode' | 'label'>;

/** The status that a message or a result tells. */
export interface PresenceFields {
  /** Null where no status is reported. */
  readonly presence: PresenceReport | null;
  /** The start of the status in milliseconds since 1970, never in the future. */
  readonly since?: number;
}

/** The identity of the agent, as far as it is reported; an empty string is an unknown field. */
export interface AgentProfile {
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly ext: string;
  readonly phone: string;
  readonly phoneType: PhoneTypeOrUnknown;
}

/** The work status of the agent: after-call work, no work, or a code that is not documented. */
export type WorkPhase = 'wrap-up' | 'free' | 'unknown';

/**
 * The contents of `EventAgentRegainStatus`, which the platform sends after `initAgent` to an agent
 * who was not offline.
 */
export interface RestoreFields extends PresenceFields {
  readonly profile: AgentProfile;
  /** The running call; null where there is none. */
  readonly call: (CallFields & { readonly state: CallState | undefined }) | null;
  readonly work: WorkPhase;
  /** The start of the work status in milliseconds since 1970. */
  readonly workSince?: number;
  readonly wrapUpEndsAt: number | null;
}

/** A row of the list of agents. */
export interface AgentRow {
  readonly id: string;
  readonly number: string;
  readonly presence: PresenceReport | null;
  /** The platform says that the agent has no call. */
  readonly isFree: boolean;
}

/** A voice sample as it was measured, without the estimates that the state adds. */
export interface NetworkFields {
  /** Milliseconds. */
  readonly ping?: number;
  /** Milliseconds. */
  readonly jitter: number;
  /** Percent. */
  readonly loss: number;
  readonly quality: QualityLetter | null;
}

type NoFields = Record<never, never>;

/** The fields of each signal. */
export interface SignalFields {
  'agent-login': PresenceFields & { readonly profile: AgentProfile };
  'agent-ready': PresenceFields;
  'agent-not-ready': PresenceFields;
  'agent-logout': NoFields;
  restore: RestoreFields;
  displaced: NoFields;
  'call-dialing': CallFields;
  'call-ringing': CallFields;
  'call-talking': CallFields;
  'call-held': CallFields;
  'call-retrieved': CallFields;
  'call-muted': CallFields;
  'call-unmuted': CallFields;
  'call-changed': CallFields;
  'call-presumed': CallFields;
  'call-ended': CallFields;
  'call-hung-up': CallFields;
  'party-added': CallFields;
  'party-deleted': CallFields;
  'consult-dialing': { readonly target: string };
  'consult-cancelled': NoFields;
  'consult-returned': NoFields;
  'consult-conference': NoFields;
  'wrap-up-delayed': { readonly endsAt: number | null; readonly addedSeconds?: number };
  'wrap-up-done': NoFields;
  'extension-lost': { readonly ext: string };
  'extension-back': NoFields;
  network: NetworkFields;
  'link-up': NoFields;
  'link-down': NoFields;
  breaks: { readonly breaks: readonly Break[] };
  identity: { readonly profile: AgentProfile };
  agents: { readonly agents: readonly AgentRow[] };
}

interface SignalBase<T extends SignalType> {
  readonly type: T;
  /** `message`: the platform says so. `result`: a command succeeded. */
  readonly origin: 'message' | 'result';
  /** The time of arrival in milliseconds since 1970, by this machine's clock. */
  readonly at: number;
}

/** The signal of one type, with its fields. */
export type SignalOf<T extends SignalType> = { [K in T]: SignalBase<K> & SignalFields[K] }[T];

export type Signal = SignalOf<SignalType>;

/** The signals about one leg, which the table of transitions covers. */
export type LegSignalType = Extract<SignalType, `call-${string}`>;

/** The signals about a call or one of its parties. */
export type CallSignal = SignalOf<LegSignalType | 'party-added' | 'party-deleted'>;
