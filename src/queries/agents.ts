import type { AgentsResult, QueueCountsResult, QueuesResult } from '../sdk/index.js';
import { connected, rows, SharedQuery } from './query-cache.js';

/**
 * Agents, of one skill group where it is named: all of them, because the SDK's default gives only the ready ones (section
 * "Query Enterprise Agent List").
 */
export const agentsQuery = new SharedQuery<AgentsResult>(
  (session, queueCode) => session.queryAgents({ agentState: -1, ...(queueCode && { queueCode }) }),
  connected,
);

export const queuesQuery = new SharedQuery<QueuesResult>((session) => session.queryQueues(), connected);

export const countsQuery = new SharedQuery<QueueCountsResult>((session) => session.queryCountsInQueue(), connected);

/** What an agent is to those who want to reach him; `busy` has no documented reason. */
export const reaches = ['ready', 'busy', 'dnd', 'offline'] as const;
export type Reach = (typeof reaches)[number];

/** An agent as the platform tells of him. */
export interface Colleague {
  /** Tells him from the others, however often they are fetched. */
  readonly key: string;
  /** `agentUUID`; may be empty. */
  readonly id: string;
  /** The work number, `agentID`; may be empty. */
  readonly number: string;
  readonly name: string;
  /** The extension bound to him; may be empty. */
  readonly ext: string;
  /** Absent where the platform doesn't tell. */
  readonly reach: Reach | undefined;
  /** `workStatus` as it came: only 1, ready, is documented. */
  readonly work: string;
  /** What a search looks into. */
  readonly text: string;
}

type AgentRow = NonNullable<AgentsResult['agents']>[number];

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** As a search compares it. */
export const simple = (words: string): string => words.normalize('NFKC').toLowerCase();

/** Of the work status only 1, ready, is documented; whoever is at work with another one is busy in some way. */
function reachOf(state: string, work: string): Reach | undefined {
  if (state === '0') return 'offline';
  if (state === '2') return 'dnd';
  if (work !== '' && work !== '1') return 'busy';
  return state === '1' || work === '1' ? 'ready' : undefined;
}

function colleagueOf(row: AgentRow): Colleague {
  const [id, number, name, ext] = [textOf(row.agentUUID), textOf(row.agentID), textOf(row.agentName), textOf(row.ext)];
  const work = textOf(row.workStatus);
  return {
    key: id || number || name,
    id,
    number,
    name: name || number || id,
    ext,
    reach: reachOf(textOf(row.agentState), work),
    work,
    text: simple(`${name} ${number} ${ext}`),
  };
}

const isSame = (a: Colleague, b: Colleague): boolean =>
  a.reach === b.reach && a.work === b.work && a.text === b.text && a.name === b.name && a.id === b.id;

/**
 * Ten thousand of them, often: who is as before is the same object, and they are sorted only when somebody has come,
 * gone or changed the name.
 * @param before what was made of the result before, in its order
 */
export function colleaguesOf(
  result: AgentsResult,
  before: readonly Colleague[],
  language: string,
): readonly Colleague[] {
  const known = new Map(before.map((each) => [each.key, each]));
  const fresh = new Map<string, Colleague>();
  let isNew = false;
  for (const row of rows(result.agents)) {
    const made = colleagueOf(row);
    if (made.key === '') continue;
    const old = known.get(made.key);
    isNew ||= old?.name !== made.name;
    fresh.set(made.key, old && isSame(old, made) ? old : made);
  }
  if (!isNew && fresh.size === before.length) return before.map((each) => fresh.get(each.key) ?? each);
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...fresh.values()].sort((a, b) => compare(a.name, b.name));
}

/** How commands name an agent: by id or by work number, as the page names its own; empty where that isn't told. */
export const targetOf = ({ id, number }: Pick<Colleague, 'id' | 'number'>, agentType: '0' | '1' | undefined): string =>
  agentType === '1' ? id : number;

/**
 * Whether it is the agent of this phone.
 * @param agent what the platform tells of him, null until it does
 * @param phone what the page says of him
 */
export function isSelf(
  colleague: Pick<Colleague, 'id' | 'number'>,
  agent: { readonly id: string; readonly number: string } | null,
  phone: { readonly agent: string; readonly agentType: '0' | '1' } | null,
): boolean {
  const same = (own: string | undefined, name: string): boolean => name !== '' && name === own;
  return (
    same(agent?.id, colleague.id) ||
    same(agent?.number, colleague.number) ||
    same(phone?.agent, targetOf(colleague, phone?.agentType))
  );
}

/** Those in whom every word of a search occurs. */
export function matching<T extends { readonly text: string }>(all: readonly T[], search: string): readonly T[] {
  const words = simple(search).split(/\s+/).filter(Boolean);
  return words.length === 0 ? all : all.filter(({ text }) => words.every((word) => text.includes(word)));
}
