const KEY = 'sobot-elements.screen-pop';
const REMEMBERED = 64;

/** What became of it: the window was blocked, or it was opened, or the page saw to it. */
export type Outcome = 'blocked' | 'done';

const isList = (value: unknown): value is [string, Outcome][] => Array.isArray(value) && value.every(Array.isArray);

function stored(): [string, Outcome][] {
  try {
    const list: unknown = JSON.parse(globalThis.sessionStorage.getItem(KEY) ?? '[]');
    return isList(list) ? list : [];
  } catch {
    return []; // no storage in this context, or not ours
  }
}

let outcomes: Map<string, Outcome> | null = null;

const known = (): Map<string, Outcome> => (outcomes ??= new Map(stored()));

/** What became of a call at an address: for every element of the page, and over a reload of the tab. */
export const outcomeOf = (key: string): Outcome | undefined => known().get(key);

/** @param stays also over a reload */
export function note(key: string, outcome: Outcome, stays: boolean): void {
  known().set(key, outcome);
  if (!stays) return;
  const list = [...stored().filter(([each]) => each !== key), [key, outcome] as const].slice(-REMEMBERED);
  try {
    globalThis.sessionStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // no storage in this context, or none left: a reload shows the call again
  }
}
