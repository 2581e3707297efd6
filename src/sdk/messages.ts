import type { PhoneType, Role } from './vocabulary.js';

/**
 * A message of the SDK. Field names are the vendor's; every field may be missing, padded, a number where a string is
 * documented or the other way round, and there may be more.
 */
export interface SdkMessage {
  messageID: string;
  /** Unix milliseconds. */
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
  callID?: string;
  partyID?: string;
  /** `Inbound`, `Outbound`, `Internal`, `Consult`. */
  callType?: string;
  partyRole?: string;
  ANI?: string;
  DNIS?: string;
  thisDN?: string;
  thisDNRole?: Role | number | string;
  otherDN?: string;
  otherDNRole?: Role | number | string;
  thirdDN?: string;
  thirdDNRole?: Role | number | string;
}

/** Common fields of agent messages. */
export interface AgentMessage extends SdkMessage {
  agentID?: string;
  agentUUID?: string;
  thisDN?: string;
  thisQueues?: unknown;
  agentState?: string | number;
  reasonCode?: string | number;
}

/** Section "Initialization", table 3. */
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
  /** Its values are not documented. */
  workStatus?: string | number;
  workStatusTimestamp?: number | string;
  [field: string]: unknown;
}

/** Section "Initialization", tables 2-4: what was going on before this page was there. */
export interface RegainStatusMessage extends SdkMessage {
  agentStateInfo?: AgentStateInfo;
  /** Absent: not on a call. */
  workStatusInfo?: Omit<CallMessage, 'messageID'>;
}

/** Section "Subscribe to voice communication network quality data". */
export interface LatencyMessage extends SdkMessage {
  /** Milliseconds. */
  ping?: number | string;
  /** Milliseconds. */
  jitter?: number | string;
  /** Percent; a `%` may be there. */
  loss?: number | string;
  /** `e` good, `d` normal, `c` poor, `b` terrible, `a` disconnected. */
  quality?: string;
}
