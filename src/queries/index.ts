/** SDK data that several elements share: fetched once a session, cached, polled while visible. */
export {
  type AgentListItem,
  agentsQuery,
  availabilities,
  type Availability,
  filterBySearch,
  isSelf,
  normalizeForSearch,
  queueCountsQuery,
  queuesQuery,
  targetOf,
  toAgentList,
  trimmedText,
} from './agents.js';
export { canJoinedQuery, joinedQueuesQuery, loginInfoQuery, phoneTypesQuery } from './login.js';
export { PolledQuery } from './polling.js';
export { isConnected, isLoggedIn, Query, rows, toSobotError } from './query-cache.js';
export { isWorse, type Queue, queueLevel, type QueueLevel, toQueues } from './queues.js';
export { type Routes, routesOf, routesQuery, withRoute } from './routes.js';
