import { num, str } from '../internal/index.js';
import type { QueueCountsResult, QueuesResult } from '../sdk/index.js';
import { rows } from './query-cache.js';

/** A skill group; figures that the platform doesn't tell are null. */
export interface Queue {
  readonly key: string;
  readonly name: string;
  /** Customers who wait. */
  readonly count: number | null;
  /** Members who are ready. */
  readonly ready: number | null;
}

export type QueueLevel = 'warn' | 'alert' | null;

/** The agent's own groups, in the platform's order; `queueID` of the one query is `queueCode` of the other. */
export function toQueues(counts: QueueCountsResult, groups: QueuesResult | null): readonly Queue[] {
  const ready = new Map(rows(groups?.queues).map((each) => [str(each.queueCode), num(each.readyMembers) ?? null]));
  return rows(counts.queues).map(({ queueID, queueName, count }) => {
    const key = str(queueID);
    return { key, name: str(queueName) || key, count: num(count) ?? null, ready: ready.get(key) ?? null };
  });
}

/** @param warnAt the customers that are many; anything but a number is no threshold */
export function queueLevel(count: number | null, warnAt: number | null, alertAt: number | null): QueueLevel {
  const isReached = (limit: number | null): boolean => limit !== null && count !== null && count >= limit;
  return isReached(alertAt) ? 'alert' : isReached(warnAt) ? 'warn' : null;
}

const ranks = { warn: 1, alert: 2 } as const;
const rank = (level: QueueLevel | undefined): number => (level ? ranks[level] : 0);

/** It has become worse. */
export const isWorse = (current: QueueLevel | undefined, previous: QueueLevel | undefined): boolean =>
  rank(current) > rank(previous);
