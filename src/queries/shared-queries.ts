/**
 * The queries of the SDK whose answers several elements share. A query is sent once a session, when
 * an element needs it.
 */
import type { AgentsResult, QueueCountsResult, QueuesResult } from '../sdk/index.js';
import { isConnected, isLoggedIn, isLoggedOut, SharedQuery } from './query-cache.js';

/**
 * All agents, or those of the skill group that is the key. The SDK's default would be the ready
 * ones only (section "Query Enterprise Agent List").
 */
export const agentsQuery = new SharedQuery<AgentsResult>(
  (session, queueCode) => session.queryAgents({ agentState: -1, ...(queueCode && { queueCode }) }),
  isConnected,
);

/** The skill groups with their members. */
export const queuesQuery = new SharedQuery<QueuesResult>((session) => session.queryQueues(), isConnected);

/** The waiting customers of the agent's own skill groups. */
export const queueCountsQuery = new SharedQuery<QueueCountsResult>(
  (session) => session.queryCountsInQueue(),
  isConnected,
);

/**
 * The outbound routing rules of the agent, sent again at each login (section "Query Agent Outbound
 * Routing Rules").
 */
export const routesQuery = new SharedQuery((session) => session.queryRoutes(), isLoggedIn);

/**
 * The answering methods that the company allows. The login form needs it, so it is sent again after
 * each logout.
 */
export const phoneTypesQuery = new SharedQuery((session) => session.queryPhoneType(), isLoggedOut);

/** The skill groups that the agent may join, for the login form. */
export const canJoinedQuery = new SharedQuery((session) => session.queryAgentCanJoinedInfo(), isLoggedOut);

/** The skill groups that the agent is a member of, for the login form. */
export const joinedQueuesQuery = new SharedQuery((session) => session.queryAgentJoinedQueues(), isLoggedOut);

/** The skill groups that the logged-in agent serves. */
export const loginInfoQuery = new SharedQuery((session) => session.queryAgentLoginInfo(), isLoggedIn);
