/** The agent's calls: records, storage, and what is missed. */
export { CallHistory, callHistoryOf, withinLimits } from './call-history.js';
export { type CallRecord, isMissed } from './call-record.js';
export { RecentNumbers } from './recent-numbers.js';
