/**
 * The public state: types of plain, frozen data, and the state before the first signal.
 * Pages, elements and the event log read these types, so they have no methods and no field of the
 * vendor: they can be stored as JSON and compared by identity. Times are milliseconds since 1970 by
 * this machine's clock.
 */
import type {
  CallStatus,
  ConsultStatus,
  MicrophoneProblem,
  PartyState,
  PhoneType,
  PresenceStatus,
  Role,
  SobotErrorKind,
} from '../sdk/index.js';

/** The lifecycle of the phone, reflected as the attribute `phase`. */
export type Phase = 'idle' | 'loading' | 'initializing' | 'ready' | 'failed' | 'displaced';

/** The connection to the platform. `displaced`: the agent logged in at another end. */
export type Connection = 'connected' | 'reconnecting' | 'offline' | 'displaced';

/**
 * The kind of a call. A consultation's own leg is `consult`; it is the agent's call only when the
 * customer has left.
 */
export type CallType = 'inbound' | 'outbound' | 'internal' | 'consult';

/** The states of a call leg. */
export type CallState = Exclude<CallStatus, 'none' | 'wrap-up'>;

/**
 * An error as plain data, without the `Error` object: the state is frozen, and a page may store it.
 */
export interface StateError {
  readonly kind: SobotErrorKind;
  readonly message: string;
  readonly code?: string;
}

/**
 * The agent's status on the platform, as it was reported last. Whether it is still confirmed is
 * told by `connection`.
 */
export interface Presence {
  readonly status: PresenceStatus;
  /** The vendor's occupied reason; absent when there is none. */
  readonly reasonCode?: number;
  /** The tenant's name of the break, or the raw state where it is not documented. */
  readonly label?: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The page's knowledge of the party at a number, from `partyResolver` or the address book. */
export interface PartyInfo {
  readonly name?: string;
  /** An http(s) address. */
  readonly href?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * A participant of a call, the agent included (section "Initialization", DNRole and PartyState). A
 * conference has three.
 */
export interface Party {
  readonly number: string;
  /** The name of the vendor's role; a name that the document doesn't have is kept as it is. */
  readonly role: Role | (string & {});
  readonly state: PartyState;
  readonly name?: string;
}

/** One leg of the agent. The party's name and details are those of the other side. */
export interface Call extends PartyInfo {
  /** The vendor's `callID`; a local one, `local-…`, until a message tells it. */
  readonly id: string;
  /** The key of the call: unique in the session, and stable when `id` changes. */
  readonly sequence: number;
  readonly type: CallType;
  readonly state: CallState;
  /** The other side's number as it was sent, with masks. */
  readonly number: string;
  /** The agent's own number (`thisDN`); empty until a message tells it. */
  readonly localNumber: string;
  /** The skill group that the call came through, where the platform tells it. */
  readonly queue?: string;
  readonly parties: readonly Party[];
  readonly muted: boolean;
  readonly startedAt: number;
  readonly connectedAt: number | null;
  /** The time when it was put on hold; null while it is not held. */
  readonly heldAt: number | null;
  readonly attachedData: Readonly<Record<string, unknown>>;
  /** The customer's answered call that ended while this consultation went on; after-call work is about that one. */
  readonly originalCall: CallSummary | null;
  /** No message has confirmed the state: every control of a call stays enabled until one does. */
  readonly presumed: boolean;
}

/**
 * The consultation beside the call. It becomes a conference in place, and is null when the third
 * party has left.
 */
export interface Consult {
  /** The vendor's `callID` of its leg; empty until a message tells it. */
  readonly id: string;
  readonly number: string;
  readonly name?: string;
  readonly state: Exclude<ConsultStatus, 'none'>;
  /** The start of this state. */
  readonly since: number;
  /** It may have been answered or ended: every control of a consultation stays enabled, and the SDK decides. */
  readonly presumed: boolean;
}

/**
 * After-call work. It is expected after each answered call, because the platform may not announce
 * it.
 */
export interface WrapUp {
  readonly callId: string;
  /** The call, where this page has seen it. */
  readonly call: CallSummary | null;
  readonly since: number;
  /** Milliseconds since 1970; null where the platform doesn't tell. */
  readonly endsAt: number | null;
  /** No message has confirmed it: after-call work is expected after every answered call. */
  readonly presumed: boolean;
}

/** An answering method; empty until the platform has told which one the agent uses. */
export type PhoneTypeOrUnknown = PhoneType | '';

/**
 * The agent's identity, gathered from several results and messages. An empty string is a field that
 * none of them has told yet.
 */
export interface Agent {
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly ext: string;
  readonly phone: string;
  readonly phoneType: PhoneTypeOrUnknown;
}

/** The letters of the vendor, best first: good, normal, poor, terrible, disconnected. */
export type QualityLetter = 'e' | 'd' | 'c' | 'b' | 'a';

/**
 * The newest voice sample (section "Subscribe to voice communication network quality data"). There
 * is none with the answering method Phone.
 */
export interface Network {
  /** Milliseconds. */
  readonly ping: number;
  /** Milliseconds. */
  readonly jitter: number;
  /** Percent. */
  readonly loss: number;
  readonly quality: QualityLetter | null;
  /** Estimated by ITU-T G.107; 1 (bad) to 4.5. */
  readonly mos: number;
  readonly at: number;
}

/** A break of the company, as `queryStates` lists it. */
export interface Break {
  readonly code: number;
  readonly name: string;
}

/** Connection quality over one call. */
export interface CallQuality {
  /** The worst letter of the call. */
  readonly worst: QualityLetter | null;
  /** The mean of the estimated MOS. */
  readonly mos: number;
  /** The lowest of them. */
  readonly lowest: number;
  readonly samples: number;
}

/** The fields of a call that only matter while it runs. */
type RunningFields = 'sequence' | 'state' | 'localNumber' | 'queue' | 'muted' | 'heldAt' | 'originalCall' | 'presumed';

/** A call as events, after-call work and the call log carry it. */
export interface CallSummary extends Omit<Call, RunningFields> {
  /** Null until the call has ended. */
  readonly endedAt: number | null;
  readonly quality: CallQuality | null;
}

/** The state of one agent's phone. */
export interface AgentState {
  readonly phase: Phase;
  readonly error: StateError | null;
  readonly presence: Presence;
  /** The call that commands apply to: the connected one, or else the first that rings or dials. */
  readonly call: Call | null;
  /** Further calls beside `call`, oldest first: they ring, dial, or were connected when another was answered. */
  readonly waitingCalls: readonly Call[];
  /** Names of the commands that are under way. */
  readonly pending: readonly string[];
  readonly consult: Consult | null;
  /** After-call work. It goes on while the next call rings or dials, and ends when that is answered. */
  readonly wrapUp: WrapUp | null;
  readonly agent: Agent | null;
  readonly network: Network | null;
  readonly connection: Connection;
  /** Whether calls can ring at the agent's extension; true until the platform says otherwise. */
  readonly reachable: boolean;
  /** What the browser or the embedded call centre reports about the microphone during a call; null: no problem. */
  readonly microphone: MicrophoneProblem | null;
  /** The breaks that `queryStates` returned. */
  readonly breaks: readonly Break[];
  /** The quality of the running call so far. */
  readonly quality: CallQuality | null;
  /** The call that ended last. */
  readonly lastCall: CallSummary | null;
  /**
   * The answered call that the page before this one was closed in, until the platform tells what became of it. Its
   * `endedAt` is null if it was running.
   */
  readonly interruptedCall: CallSummary | null;
  /** IDs of the calls that are over, newest last, at most 32. Late messages about them are ignored. */
  readonly endedCallIds: readonly string[];
  /**
   * The vendor's own times of the messages that ended these calls, where told, in milliseconds since 1970. An id that
   * is announced again by a newer message is a new call.
   */
  readonly callEndTimes: Readonly<Record<string, number>>;
  /** The number of calls that this session has seen. */
  readonly callCount: number;
}

/**
 * Creates the state before the first signal. The agent counts as offline and the connection as
 * sound, until a message says otherwise.
 */
export const initialState = (at: number): AgentState =>
  Object.freeze({
    phase: 'idle',
    error: null,
    presence: Object.freeze({ status: 'offline', since: at }),
    call: null,
    waitingCalls: Object.freeze([]),
    pending: Object.freeze([]),
    consult: null,
    wrapUp: null,
    agent: null,
    network: null,
    connection: 'connected',
    reachable: true,
    microphone: null,
    breaks: Object.freeze([]),
    quality: null,
    lastCall: null,
    interruptedCall: null,
    endedCallIds: Object.freeze([]),
    callEndTimes: Object.freeze({}),
    callCount: 0,
  } satisfies AgentState);
