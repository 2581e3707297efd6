/**
 * The targets of a list: which agents and skill groups a call can go to, and in which order. Pure
 * functions, apart from the list that renders their results.
 */
import { str } from '../../src/internal/index.js';
import type { QueuesResult } from '../../src/sdk/index.js';
import type { Agent } from '../../src/state/index.js';
import {
  type AgentListItem,
  type Availability,
  isSelf,
  normalizeForSearch,
  rows,
  targetOf,
} from '../../src/queries/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';

/** A colleague or a skill group that a call can go to. */
export interface TransferTarget extends Pick<
  AgentListItem,
  'key' | 'id' | 'number' | 'name' | 'availability' | 'searchText'
> {
  /**
   * The number of ready members of a skill group; undefined for an agent, or if the platform does
   * not report it.
   */
  readonly ready?: number | undefined;
}

/**
 * The order of the list. Agents of unknown availability stand between the ready and the busy ones.
 */
const availabilityRanks: Readonly<Record<Availability, number>> = { ready: 0, busy: 2, dnd: 2, offline: 3 };
/** The rank of a target. Equal ranks keep their order, which is that of the names. */
const availabilityRank = ({ availability }: TransferTarget): number =>
  availability ? availabilityRanks[availability] : 1;

/** Sorts agents who can take the call now to the top, because one of them is usually the answer. */
export const sortByAvailability = (targets: readonly TransferTarget[]): readonly TransferTarget[] =>
  [...targets].sort((a, b) => availabilityRank(a) - availabilityRank(b));

/**
 * Keeps the order of an earlier result, so that no row moves under the pointer. New targets come
 * last.
 */
export function inPreviousOrder(
  targets: readonly TransferTarget[],
  before: readonly TransferTarget[],
): readonly TransferTarget[] {
  const positions = new Map(before.map(({ key }, position) => [key, position]));
  const positionOf = ({ key }: TransferTarget): number => positions.get(key) ?? before.length;
  return [...targets].sort((a, b) => positionOf(a) - positionOf(b));
}

/**
 * Leaves out the agent, and agents without the identifier that commands need: the work number, or
 * the id where the page has `agent-type="1"`.
 */
export const transferableAgents = (
  agents: readonly AgentListItem[],
  agent: Agent | null,
  agentHost: AgentHost | null,
): readonly TransferTarget[] =>
  agents.filter((each) => targetOf(each, agentHost?.agentType) !== '' && !isSelf(each, agent, agentHost));

/**
 * Reads the skill groups, in the platform's order. Groups without a code can't be a target and are
 * left out.
 */
export const skillGroupTargets = (result: QueuesResult): readonly TransferTarget[] =>
  rows(result.queues)
    .map((row): TransferTarget => {
      const id = str(row.queueCode);
      const name = str(row.queueName) || id;
      // The document has a number here. The type is not relied on, and no number is no zero.
      const ready = Number.parseInt(str(row.readyMembers), 10);
      const readyMembers = Number.isNaN(ready) ? undefined : ready;
      return {
        key: id,
        id,
        number: '',
        name,
        availability: undefined,
        searchText: normalizeForSearch(`${name} ${id}`),
        ready: readyMembers,
      };
    })
    .filter(({ id }) => id !== '');
