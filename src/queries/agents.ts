/**
 * Agents as lists and commands need them, from the result of `queryAgents` (section "Query
 * Enterprise Agent List"). The result may have ten thousand rows every few seconds, so unchanged
 * agents remain the same objects.
 */
import { str } from '../internal/index.js';
import type { AgentsResult } from '../sdk/index.js';
import { rows } from './query-cache.js';

/**
 * The availability of an agent for colleagues and supervisors. `busy`: the agent is logged in and
 * has a work status whose meaning the document doesn't define.
 */
export const availabilities = ['ready', 'busy', 'dnd', 'offline'] as const;
export type Availability = (typeof availabilities)[number];

/** An agent of the company, as the platform reports them. */
export interface AgentListItem {
  /** The identity of the agent, the same in each result: ID, else work number, else name. */
  readonly key: string;
  /** `agentUUID`; may be empty. */
  readonly id: string;
  /** The work number, `agentID`; may be empty. */
  readonly number: string;
  /** The name; the work number or the ID where the platform sends none. */
  readonly name: string;
  /** The extension bound to the agent; may be empty. */
  readonly ext: string;
  /** Undefined where the platform sends neither a known status nor a work status. */
  readonly availability: Availability | undefined;
  /** The `workStatus` of the result as text; may be empty. The document defines only 1, ready. */
  readonly workStatus: string;
  /** Name, work number and extension, normalized for searches. */
  readonly searchText: string;
}

/** A row of the result. All fields may be absent. */
type AgentRow = NonNullable<AgentsResult['agents']>[number];

/**
 * Normalizes a text for searches: case, and full-width letters and digits of East Asian input, make
 * no difference.
 */
export const normalizeForSearch = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Returns the availability for `agentState` (0 offline, 1 online, 2 do not disturb) and
 * `workStatus`. Only work status 1, ready, is documented, so any other one of an online agent
 * counts as busy.
 */
function availabilityOf(state: string, workStatus: string): Availability | undefined {
  if (state === '0') return 'offline';
  if (state === '2') return 'dnd';
  if (workStatus !== '' && workStatus !== '1') return 'busy';
  return state === '1' || workStatus === '1' ? 'ready' : undefined;
}

/** Converts a row. IDs and numbers may be numbers or texts. */
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

/** Whether two rows of one agent would render the same. */
const isSameItem = (a: AgentListItem, b: AgentListItem): boolean =>
  a.availability === b.availability &&
  a.workStatus === b.workStatus &&
  a.searchText === b.searchText &&
  a.name === b.name &&
  a.id === b.id;

/**
 * Converts a result to a sorted list. An unchanged agent is the same object as before, so that its
 * row doesn't render again. The list is sorted anew only when agents were added or renamed, because
 * comparing names is slow for ten thousand agents.
 * @param before the list of the previous result, in its order
 * @param language the language tag that determines the order of names
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

/**
 * Returns the target of a command for an agent: ID or work number, as the page names its own agent.
 * Empty where the platform sends none of that type.
 * @param agentType `1` for IDs; otherwise work numbers
 */
export const targetOf = (
  { id, number }: Pick<AgentListItem, 'id' | 'number'>,
  agentType: '0' | '1' | undefined,
): string => (agentType === '1' ? id : number);

/**
 * Whether an item is the agent of this session.
 * @param agent the agent as the platform reports it; null until then
 * @param agentHost the agent as the page names it; null without an agent element
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

/**
 * Returns the items that contain every word of a search, in any order; all items where it is blank.
 */
export function filterBySearch<T extends { readonly searchText: string }>(
  all: readonly T[],
  search: string,
): readonly T[] {
  const terms = normalizeForSearch(search).split(/\s+/).filter(Boolean);
  return terms.length === 0 ? all : all.filter(({ searchText }) => terms.every((term) => searchText.includes(term)));
}
