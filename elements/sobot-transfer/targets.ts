import type { QueuesResult } from '../../src/sdk/index.js';
import type { Agent } from '../../src/state/index.js';
import { isSelf, simple, targetOf, textOf, type Colleague, type Reach } from '../../src/queries/agents.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { rows } from '../../src/queries/query-cache.js';

/** A colleague, or a skill group, whom a call can go to. */
export interface Target extends Pick<Colleague, 'key' | 'id' | 'number' | 'name' | 'reach' | 'text'> {
  /** Only of skill groups, and only where the platform tells. */
  readonly ready?: number | undefined;
}

const ranks: Readonly<Record<Reach, number>> = { ready: 0, busy: 2, dnd: 2, offline: 3 };
const rankOf = ({ reach }: Target): number => (reach ? ranks[reach] : 1);

/** Who can take the call now comes first. */
export const readyFirst = (targets: readonly Target[]): readonly Target[] =>
  [...targets].sort((a, b) => rankOf(a) - rankOf(b));

/** In the order that they had, so that nobody moves under a finger; who is new comes last. */
export function asBefore(targets: readonly Target[], before: readonly Target[]): readonly Target[] {
  const places = new Map(before.map(({ key }, place) => [key, place]));
  const placeOf = ({ key }: Target): number => places.get(key) ?? before.length;
  return [...targets].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Without the agent himself, and without those whom the page's way of naming agents can't name. */
export const othersOf = (
  colleagues: readonly Colleague[],
  agent: Agent | null,
  phone: Phone | null,
): readonly Target[] =>
  colleagues.filter((each) => targetOf(each, phone?.agentType) !== '' && !isSelf(each, agent, phone));

/** The skill groups in the platform's order. */
export const groupsOf = (result: QueuesResult): readonly Target[] =>
  rows(result.queues)
    .map((row): Target => {
      const id = textOf(row.queueCode);
      const name = textOf(row.queueName) || id;
      const ready = Number.parseInt(textOf(row.readyMembers), 10);
      const told = Number.isNaN(ready) ? undefined : ready;
      return { key: id, id, number: '', name, reach: undefined, text: simple(`${name} ${id}`), ready: told };
    })
    .filter(({ id }) => id !== '');
