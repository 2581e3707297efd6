import type { QueuesResult } from '../../../src/sdk/index.js';
import { simple, textOf, type Colleague, type Reach } from '../../../src/ui/people.js';
import { rows } from '../../../src/ui/query.js';

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
export function othersOf(
  colleagues: readonly Colleague[],
  self: { readonly number: string; readonly id: string } | null,
  configured: string,
  byId: boolean,
): readonly Target[] {
  const own = (name: string, known: string | undefined): boolean => name !== '' && name === known;
  return colleagues.filter(({ id, number }) => {
    const name = byId ? id : number;
    return name !== '' && name !== configured && !own(id, self?.id) && !own(number, self?.number);
  });
}

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
