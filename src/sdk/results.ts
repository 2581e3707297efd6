import type { PhoneType } from './vocabulary.js';

/**
 * What the SDK's success callbacks give, as the vendor's document lists it. The document promises further attributes
 * in every result, so each type is a lower bound and nothing may depend on an exact shape.
 */
export interface SdkResult {
  status?: string;
  [attribute: string]: unknown;
}

/** Section "Login". */
export interface LoginResult extends SdkResult {
  /** `1` online, `2` do not disturb. */
  agentState?: string;
  phoneType?: PhoneType;
  bindExt?: string;
  bindMobile?: string;
  /** 2 do not disturb; 11-18 breaks. */
  reasonCode?: number;
}

/** Section "Query Agent Login Status": the breaks that this agent may take, by the tenant's names. */
export interface StatesResult extends SdkResult {
  states?: { code: string; name: string }[];
}

export interface PhoneTypeRow {
  phoneType: PhoneType;
  /** Both spellings are documented; either marks the default. */
  default?: boolean;
  defaultPhoneType?: boolean;
}

/** Section "Query Agent Answering Method". */
export interface PhoneTypesResult extends SdkResult {
  id?: string;
  agentID?: string;
  agentName?: string;
  currentPhoneType?: PhoneType;
  ext?: string;
  phone?: string;
  phoneTypes?: PhoneTypeRow[];
}

/** Section "Query Enterprise Extension List". */
export interface ExtsResult extends SdkResult {
  currPage?: number;
  pageSize?: number;
  total?: number;
  exts?: { ext: string; default?: boolean }[];
}

export interface JoinedQueue {
  queueID: string;
  queueName: string;
  queueWeight?: number;
  /** 0 default sign-in group, 1 optional sign-in group; blank where agents don't choose. */
  checkin?: number;
}

/** Section "Query skill groups the agent can log in". */
export interface JoinedQueuesResult extends SdkResult {
  queues?: JoinedQueue[];
}

/** Section "Query agent login info". */
export interface LoginInfoResult extends SdkResult {
  agentUUID?: string;
  agentID?: string;
  agentName?: string;
  ext?: string;
  phone?: string;
  phoneTypes?: PhoneTypeRow[];
  receptionQueues?: JoinedQueue[];
}

/** Section "Query agent login data". */
export interface CanJoinedInfoResult extends SdkResult {
  info?: {
    id?: string;
    agentID?: string;
    agentName?: string;
    /** The options last used to log in; may be blank. */
    loginStatusCode?: string;
    loginStatusName?: string;
    currentPhoneType?: PhoneType;
    ext?: string;
    phone?: string;
    phoneTypes?: PhoneTypeRow[];
    checkableQueues?: JoinedQueue[];
    loginStatus?: { code: string; name: string }[];
    [attribute: string]: unknown;
  };
}

/** Sections "Query Agent Outbound Routing Rules" and "Modify Agent Outbound Routing Rules". */
export interface RoutesResult extends SdkResult {
  /** The vendor spells it `agentUuid` in the query and `agentUUID` in the change. */
  agentUuid?: string;
  agentUUID?: string;
  agentID?: string;
  agentName?: string;
  explicitRule?: { code: string; name: string; hasSet?: boolean }[];
  explicitSchema?: { code: string; planName: string; hasSet?: boolean }[];
  explicitNumbers?: { number: string; nickName?: string; hasSet?: boolean }[];
}

/** Section "Query Enterprise Skill Group List". */
export interface QueuesResult extends SdkResult {
  queues?: { queueCode: string; queueName: string; readyMembers?: number }[];
}

/** Section "Query Enterprise Agent List". */
export interface AgentsResult extends SdkResult {
  agents?: {
    agentUUID: string;
    agentID: string;
    agentName: string;
    ext?: string;
    /** 0 offline, 1 ready, 2 do not disturb. */
    agentState?: number;
    /** 1 ready; further codes are not documented. */
    workStatus?: number;
  }[];
}

/** Section "Query Skill Group Queuing No.": customers who wait, by skill group. */
export interface QueueCountsResult extends SdkResult {
  queues?: { queueID: string; queueName: string; count: number }[];
}
