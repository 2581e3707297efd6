/**
 * The call history of an agent: records, storage, missed calls, and the numbers that were called
 * last.
 */
export { CallHistory, callHistoryOf, withinLimits } from './call-history.js';
export { type CallRecord, isMissed } from './call-record.js';
export { RecentNumbers } from './recent-numbers.js';
