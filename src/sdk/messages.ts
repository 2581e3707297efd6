/**
 * Types of the messages. They describe what the document lists and promise nothing: the vendor adds
 * fields, copies of the document disagree about types, and examples pad values with spaces.
 * `src/state/normalize` reads the fields tolerantly.
 */
import type { PhoneType, Role } from './vocabulary.js';

/**
 * Message of the SDK, with the fields that all messages have in common. Any field may be missing,
 * padded, or a number where a string is documented and the other way round. Further fields may
 * exist.
 */
export interface SdkMessage {
  messageID: string;
  /** Unix milliseconds, by the clock of the server. */
  creationTime?: number | string;
  companyId?: string;
  /** Sequence number of the request that caused the message. */
  referenceID?: number | string;
  /** Business data of the call: `userData` of `makeCall`, as an object or as JSON text. */
  attachedData?: unknown;
  [field: string]: unknown;
}

/** Common fields of call messages (Call Event page of the vendor's developer site; roles: "DNRole description"). */
export interface CallMessage extends SdkMessage {
  /** Id of the call for this agent. Opaque: its form differs between examples of the vendor. */
  callID?: string;
  partyID?: string;
  /** `Inbound`, `Outbound`, `Internal`, `Consult`. */
  callType?: string;
  /** `Agent`, `Customer`, `Supervisor`, `ThirdPSTN` or `VirtualAgent`. */
  partyRole?: string;
  /** Number of the caller; empty for an internal call. `DNIS` is the number that was called. */
  ANI?: string;
  DNIS?: string;
  /** Number of the agent's side. `otherDN` is the other side, `thirdDN` the third party. */
  thisDN?: string;
  /** Name of the role. Numbers are accepted too: the document lists both, and types the field as a string. */
  thisDNRole?: Role | number | string;
  otherDN?: string;
  otherDNRole?: Role | number | string;
  thirdDN?: string;
  thirdDNRole?: Role | number | string;
}

/** Common fields of agent messages (older copies of the Call Event page). */
export interface AgentMessage extends SdkMessage {
  /** Work number. It may change; `agentUUID` never does. */
  agentID?: string;
  agentUUID?: string;
  thisDN?: string;
  /** Codes of the skill groups that the agent has logged in to; not in every copy of the page. */
  thisQueues?: unknown;
  agentState?: string | number;
  /** Reason of a not-ready state: a number in commands, a string in `agentStateInfo`. */
  reasonCode?: string | number;
}

/** State of the agent within `EventAgentRegainStatus` (section "Initialization", table 3). */
export interface AgentStateInfo {
  agent?: string;
  agentType?: string;
  companyId?: string;
  phoneType?: PhoneType;
  thisDN?: string;
  /** `1` online, `2` do not disturb. */
  agentState?: string | number;
  agentStateTimestamp?: number | string;
  reasonCode?: string | number;
  reasonCodeTimestamp?: number | string;
  /** Status words such as `talking`. The document has them in prose and gives the field no list of values. */
  workStatus?: string | number;
  workStatusTimestamp?: number | string;
  [field: string]: unknown;
}

/**
 * State that a reload of the page has to restore (section "Initialization", tables 2–4). It has
 * neither the start of the call nor hold nor mute.
 */
export interface RegainStatusMessage extends SdkMessage {
  agentStateInfo?: AgentStateInfo;
  /** Call of the agent; absent without one. */
  workStatusInfo?: Omit<CallMessage, 'messageID'>;
}

/** Section "Subscribe to voice communication network quality data". */
export interface LatencyMessage extends SdkMessage {
  /** Milliseconds. */
  ping?: number | string;
  /** Milliseconds. */
  jitter?: number | string;
  /** Percent. It may end in `%`. */
  loss?: number | string;
  /** `e` good, `d` normal, `c` poor, `b` terrible, `a` disconnected. */
  quality?: string;
}
