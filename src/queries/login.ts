import { isLoggedIn, isLoggedOut, SharedQuery } from './query-cache.js';

/** What the form is made of: asked while the agent is logged out, so anew after each logout. */
export const phoneTypesQuery = new SharedQuery((session) => session.queryPhoneType(), isLoggedOut);
export const canJoinedQuery = new SharedQuery((session) => session.queryAgentCanJoinedInfo(), isLoggedOut);
export const joinedQueuesQuery = new SharedQuery((session) => session.queryAgentJoinedQueues(), isLoggedOut);

/** The groups that are served: known once the agent is logged in. */
export const loginInfoQuery = new SharedQuery((session) => session.queryAgentLoginInfo(), isLoggedIn);
