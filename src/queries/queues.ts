/**
 * The queues of the agent's skill groups, from the results of two queries: "Query Skill Group
 * Queuing No." has the waiting customers, and the query of skill groups the ready members.
 */
import { num, str } from '../internal/index.js';
import type { QueueCountsResult, QueuesResult } from '../sdk/index.js';
import { rows } from './query-cache.js';

/** A skill group with its figures. A figure is null where the platform sends none. */
export interface Queue {
  /** The code of the skill group. */
  readonly key: string;
  /** The name; the code where the platform sends none. */
  readonly name: string;
  /** The number of waiting customers. */
  readonly count: number | null;
  /** The number of members who are ready. */
  readonly ready: number | null;
}

/** How long a queue is, by the thresholds of the page; null below them. */
export type QueueLevel = 'warn' | 'alert' | null;

/**
 * Converts the results to the agent's own groups, in the order of the platform. The two queries
 * name the same code differently: `queueID` and `queueCode`.
 * @param groups null until the second result arrives
 */
export function toQueues(counts: QueueCountsResult, groups: QueuesResult | null): readonly Queue[] {
  const ready = new Map(rows(groups?.queues).map((each) => [str(each.queueCode), num(each.readyMembers) ?? null]));
  return rows(counts.queues).map(({ queueID, queueName, count }) => {
    const key = str(queueID);
    return { key, name: str(queueName) || key, count: num(count) ?? null, ready: ready.get(key) ?? null };
  });
}

/**
 * Returns the level of a queue.
 * @param count waiting customers; null where unknown, which reaches no threshold
 * @param warnAt the count of the first threshold; null where the page sets none
 * @param alertAt the count of the second threshold, likewise
 */
export function queueLevel(count: number | null, warnAt: number | null, alertAt: number | null): QueueLevel {
  const isReached = (limit: number | null): boolean => limit !== null && count !== null && count >= limit;
  return isReached(alertAt) ? 'alert' : isReached(warnAt) ? 'warn' : null;
}

/** The order of the levels. */
const ranks = { warn: 1, alert: 2 } as const;
const rank = (level: QueueLevel | undefined): number => (level ? ranks[level] : 0);

/**
 * Whether a level has risen. Only then is it announced: a falling queue interrupts no screen
 * reader.
 */
export const isWorse = (current: QueueLevel | undefined, previous: QueueLevel | undefined): boolean =>
  rank(current) > rank(previous);
