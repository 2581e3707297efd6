const STORAGE_KEY = 'sobot-elements.screen-pop';
const MAX_STORED_CALLS = 64;

/** What became of it: the window was blocked, or it was opened, or the page saw to it. */
export type PopOutcome = 'blocked' | 'done';

const isOutcomeList = (value: unknown): value is [string, PopOutcome][] =>
  Array.isArray(value) && value.every(Array.isArray);

function readStored(): [string, PopOutcome][] {
  try {
    const list: unknown = JSON.parse(globalThis.sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    return isOutcomeList(list) ? list : [];
  } catch {
    return []; // no storage in this context, or not ours
  }
}

let outcomes: Map<string, PopOutcome> | null = null;

const loadOutcomes = (): Map<string, PopOutcome> => (outcomes ??= new Map(readStored()));

/** What became of a call at an address: for every element of the page, and over a reload of the tab. */
export const outcomeOf = (key: string): PopOutcome | undefined => loadOutcomes().get(key);

/** @param isPersistent also over a reload */
export function recordOutcome(key: string, outcome: PopOutcome, isPersistent: boolean): void {
  loadOutcomes().set(key, outcome);
  if (!isPersistent) return;
  const list = [...readStored().filter(([each]) => each !== key), [key, outcome] as const].slice(-MAX_STORED_CALLS);
  try {
    globalThis.sessionStorage.setItem(STORAGE_KEY, JSON.stringify(list));
  } catch {
    // no storage in this context, or none left: a reload shows the call again
  }
}
