/**
 * Data that several elements query from the SDK: sent once a session, cached, and polled while an
 * element is visible. Without it, ten elements of a page would send ten equal requests.
 */
export {
  type AgentListItem,
  availabilities,
  type Availability,
  filterBySearch,
  isSelf,
  normalizeForSearch,
  targetOf,
  toAgentList,
} from './agents.js';
export { PolledQuery } from './polling.js';
export { isConnected, isLoggedIn, Query, rows, toSobotError } from './query-cache.js';
export { isWorse, type Queue, queueLevel, type QueueLevel, toQueues } from './queues.js';
export { type Routes, routesOf, withRoute } from './routes.js';
export {
  agentsQuery,
  canJoinedQuery,
  joinedQueuesQuery,
  loginInfoQuery,
  phoneTypesQuery,
  queueCountsQuery,
  queuesQuery,
  routesQuery,
} from './shared-queries.js';
