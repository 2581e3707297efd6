import { str } from '../internal/index.js';
import type { AgentsResult } from '../sdk/index.js';
import { rows } from './query-cache.js';

/** What an agent is to those who want to reach him; `busy` has no documented reason. */
export const availabilities = ['ready', 'busy', 'dnd', 'offline'] as const;
export type Availability = (typeof availabilities)[number];

/** An agent as the platform tells of him. */
export interface AgentListItem {
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
  readonly availability: Availability | undefined;
  /** `workStatus` as it came: only 1, ready, is documented. */
  readonly workStatus: string;
  /** What a search looks into. */
  readonly searchText: string;
}

type AgentRow = NonNullable<AgentsResult['agents']>[number];

/** As a search compares it. */
export const normalizeForSearch = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Of the work status only 1, ready, is documented; whoever is at work with another one is busy in some way. */
function availabilityOf(state: string, workStatus: string): Availability | undefined {
  if (state === '0') return 'offline';
  if (state === '2') return 'dnd';
  if (workStatus !== '' && workStatus !== '1') return 'busy';
  return state === '1' || workStatus === '1' ? 'ready' : undefined;
}

function toAgentListItem(row: AgentRow): AgentListItem {
  const [id, number, name, ext] = [str(row.agentUUID), str(row.agentID), str(row.agentName), str(row.ext)];
  const workStatus = str(row.workStatus);
  return {
    key: id || number || name,
    id,
    number,
    name: name || number || id,
    ext,
    availability: availabilityOf(str(row.agentState), workStatus),
    workStatus,
    searchText: normalizeForSearch(`${name} ${number} ${ext}`),
  };
}

const isSameItem = (a: AgentListItem, b: AgentListItem): boolean =>
  a.availability === b.availability &&
  a.workStatus === b.workStatus &&
  a.searchText === b.searchText &&
  a.name === b.name &&
  a.id === b.id;

/**
 * Ten thousand of them, often: who is as before is the same object, and they are sorted only when somebody has come,
 * gone or changed the name.
 * @param before what was made of the result before, in its order
 */
export function toAgentList(
  result: AgentsResult,
  before: readonly AgentListItem[],
  language: string,
): readonly AgentListItem[] {
  const previousByKey = new Map(before.map((each) => [each.key, each]));
  const items = new Map<string, AgentListItem>();
  let needsSort = false;
  for (const row of rows(result.agents)) {
    const item = toAgentListItem(row);
    if (item.key === '') continue;
    const previous = previousByKey.get(item.key);
    needsSort ||= previous?.name !== item.name;
    items.set(item.key, previous && isSameItem(previous, item) ? previous : item);
  }
  if (!needsSort && items.size === before.length) return before.map((each) => items.get(each.key) ?? each);
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...items.values()].sort((a, b) => compare(a.name, b.name));
}

/** How commands name an agent: by id or by work number, as the page names its own; empty where that isn't told. */
export const targetOf = (
  { id, number }: Pick<AgentListItem, 'id' | 'number'>,
  agentType: '0' | '1' | undefined,
): string => (agentType === '1' ? id : number);

/**
 * Whether it is the agent of this phone.
 * @param agent what the platform tells of him, null until it does
 * @param agentHost what the page says of him
 */
export function isSelf(
  item: Pick<AgentListItem, 'id' | 'number'>,
  agent: { readonly id: string; readonly number: string } | null,
  agentHost: { readonly agent: string; readonly agentType: '0' | '1' } | null,
): boolean {
  const matches = (expected: string | undefined, actual: string): boolean => actual !== '' && actual === expected;
  return (
    matches(agent?.id, item.id) ||
    matches(agent?.number, item.number) ||
    matches(agentHost?.agent, targetOf(item, agentHost?.agentType))
  );
}

/** Those in whom every word of a search occurs. */
export function filterBySearch<T extends { readonly searchText: string }>(
  all: readonly T[],
  search: string,
): readonly T[] {
  const terms = normalizeForSearch(search).split(/\s+/).filter(Boolean);
  return terms.length === 0 ? all : all.filter(({ searchText }) => terms.every((term) => searchText.includes(term)));
}
