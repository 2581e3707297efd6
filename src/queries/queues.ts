import type { QueueCountsResult, QueuesResult } from '../sdk/index.js';
import { textOf } from './agents.js';
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

export type Level = 'warn' | 'alert' | null;

function figure(value: unknown): number | null {
  const text = textOf(value);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** The agent's own groups, in the platform's order; `queueID` of the one query is `queueCode` of the other. */
export function queuesOf(counts: QueueCountsResult, groups: QueuesResult | null): readonly Queue[] {
  const ready = new Map(rows(groups?.queues).map((each) => [textOf(each.queueCode), figure(each.readyMembers)]));
  return rows(counts.queues).map(({ queueID, queueName, count }) => {
    const key = textOf(queueID);
    return { key, name: textOf(queueName) || key, count: figure(count), ready: ready.get(key) ?? null };
  });
}

/** @param warnAt the customers that are many; anything but a number is no threshold */
export function levelOf(count: number | null, warnAt: number | null, alertAt: number | null): Level {
  const reaches = (limit: number | null): boolean => limit !== null && count !== null && count >= limit;
  return reaches(alertAt) ? 'alert' : reaches(warnAt) ? 'warn' : null;
}

const ranks = { warn: 1, alert: 2 } as const;
const rank = (level: Level | undefined): number => (level ? ranks[level] : 0);

/** It has become worse. */
export const isWorse = (now: Level | undefined, before: Level | undefined): boolean => rank(now) > rank(before);
