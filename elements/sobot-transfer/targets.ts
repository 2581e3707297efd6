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

/** A colleague, or a skill group, whom a call can go to. */
export interface TransferTarget extends Pick<
  AgentListItem,
  'key' | 'id' | 'number' | 'name' | 'availability' | 'searchText'
> {
  /** Only of skill groups, and only where the platform tells. */
  readonly ready?: number | undefined;
}

const availabilityRanks: Readonly<Record<Availability, number>> = { ready: 0, busy: 2, dnd: 2, offline: 3 };
const availabilityRank = ({ availability }: TransferTarget): number =>
  availability ? availabilityRanks[availability] : 1;

/** Who can take the call now comes first. */
export const sortByAvailability = (targets: readonly TransferTarget[]): readonly TransferTarget[] =>
  [...targets].sort((a, b) => availabilityRank(a) - availabilityRank(b));

/** In the order that they had, so that nobody moves under a finger; who is new comes last. */
export function inPreviousOrder(
  targets: readonly TransferTarget[],
  before: readonly TransferTarget[],
): readonly TransferTarget[] {
  const positions = new Map(before.map(({ key }, place) => [key, place]));
  const positionOf = ({ key }: TransferTarget): number => positions.get(key) ?? before.length;
  return [...targets].sort((a, b) => positionOf(a) - positionOf(b));
}

/** Without the agent himself, and without those whom the page's way of naming agents can't name. */
export const transferableAgents = (
  agents: readonly AgentListItem[],
  agent: Agent | null,
  agentHost: AgentHost | null,
): readonly TransferTarget[] =>
  agents.filter((each) => targetOf(each, agentHost?.agentType) !== '' && !isSelf(each, agent, agentHost));

/** The skill groups in the platform's order. */
export const skillGroupTargets = (result: QueuesResult): readonly TransferTarget[] =>
  rows(result.queues)
    .map((row): TransferTarget => {
      const id = str(row.queueCode);
      const name = str(row.queueName) || id;
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
