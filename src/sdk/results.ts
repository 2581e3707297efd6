/**
 * Types of the results that the SDK passes to success callbacks. One file, because commands and
 * sandbox share them, and because every section of the document repeats that attributes will be
 * added.
 */
import type { PhoneType } from './vocabulary.js';

/**
 * Common fields of all results. Each type is a lower bound: the document announces further
 * attributes, so nothing may depend on an exact shape. Call control has no table of results at all.
 */
export interface SdkResult {
  status?: string;
  [attribute: string]: unknown;
}

/** Settings that apply from now on, with defaults filled in (section "Login"). */
export interface LoginResult extends SdkResult {
  /** `1` online, `2` do not disturb. */
  agentState?: string;
  phoneType?: PhoneType;
  bindExt?: string;
  bindMobile?: string;
  /** 2 do not disturb; 11-18 breaks. */
  reasonCode?: number;
}

/**
 * Breaks that this agent may take, with the company's names (section "Query Agent Login Status").
 */
export interface StatesResult extends SdkResult {
  states?: { code: string; name: string }[];
}

/** Answering method that the agent may use. */
export interface PhoneTypeRow {
  phoneType: PhoneType;
  /** Both spellings are documented; either marks the default. */
  default?: boolean;
  defaultPhoneType?: boolean;
}

/** Answering methods and the numbers behind them (section "Query Agent Answering Method"). */
export interface PhoneTypesResult extends SdkResult {
  id?: string;
  agentID?: string;
  agentName?: string;
  currentPhoneType?: PhoneType;
  ext?: string;
  phone?: string;
  phoneTypes?: PhoneTypeRow[];
}

/**
 * A page of extensions that the agent may bind (section "Query Enterprise Extension List").
 * `default` marks the agent's own.
 */
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

/**
 * Skill groups that the agent may choose at login (section "Query skill groups the agent can log
 * in"). Empty where the company does not let agents choose.
 */
export interface JoinedQueuesResult extends SdkResult {
  queues?: JoinedQueue[];
}

/** Data of the present login (section "Query agent login info"). */
export interface LoginInfoResult extends SdkResult {
  agentUUID?: string;
  agentID?: string;
  agentName?: string;
  ext?: string;
  phone?: string;
  phoneTypes?: PhoneTypeRow[];
  /** Skill groups from which the agent gets calls now. */
  receptionQueues?: JoinedQueue[];
}

/** Choices for a login form, with the last ones of the agent (section "Query agent login data"). */
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

/**
 * Outbound routing of the agent (sections "Query Agent Outbound Routing Rules" and "Modify Agent
 * Outbound Routing Rules"). `hasSet` marks the choice in use of each list.
 */
export interface RoutesResult extends SdkResult {
  /** The vendor spells it `agentUuid` in the query and `agentUUID` in the change. */
  agentUuid?: string;
  agentUUID?: string;
  agentID?: string;
  agentName?: string;
  /** 1 any number of the company, 2 by scheme, 3 a number of the agent. */
  explicitRule?: { code: string; name: string; hasSet?: boolean }[];
  explicitSchema?: { code: string; planName: string; hasSet?: boolean }[];
  explicitNumbers?: { number: string; nickName?: string; hasSet?: boolean }[];
}

/**
 * Skill groups of the company, with their ready agents (section "Query Enterprise Skill Group
 * List").
 */
export interface QueuesResult extends SdkResult {
  queues?: { queueCode: string; queueName: string; readyMembers?: number }[];
}

/** Agents of the company (section "Query Enterprise Agent List"). */
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
