/**
 * The calls whose screen pop has been handled, so that each call opens its page exactly once.
 *
 * The history belongs to the tab: every element of the page shares it, and it survives a reload in `sessionStorage`.
 */
import { SafeStorage } from '../../src/internal/index.js';
import { isLocalCallId, type Call } from '../../src/state/index.js';

const STORAGE_KEY = 'sobot-elements.screen-pop';
const storage = new SafeStorage(() => globalThis.sessionStorage, '');
const MAX_STORED_CALLS = 64;

/** `done`: the page was opened, or a listener prevented it. `blocked`: the browser blocked the window. */
export type PopOutcome = 'blocked' | 'done';

/** One call at one address. The page of a call opens once for each address and target. */
export interface PopId {
  readonly key: string;
  /** False for a call without the platform's id: its local id may belong to another call after a reload. */
  readonly isPersistent: boolean;
}

/** @param owner the company and agent of the session: another agent of the same tab may get the same call */
export function popIdOf(owner: string, call: Call, url: string, target: string): PopId {
  const isLocal = isLocalCallId(call.id);
  const callKey = isLocal ? String(call.startedAt) : call.id;
  return { key: [owner, callKey, url, target].join('\n'), isPersistent: !isLocal };
}

const isOutcomeList = (value: unknown): value is [string, PopOutcome][] =>
  Array.isArray(value) && value.every(Array.isArray);

/** Reads the stored outcomes, the oldest first. Without storage, or with foreign data in it, there are none. */
function readStored(): [string, PopOutcome][] {
  const list = storage.get(STORAGE_KEY);
  return isOutcomeList(list) ? list : [];
}

let outcomes: Map<string, PopOutcome> | null = null;

const loadOutcomes = (): Map<string, PopOutcome> => (outcomes ??= new Map(readStored()));

/** Returns the outcome of a screen pop; undefined if there was none yet. */
export const outcomeOf = ({ key }: PopId): PopOutcome | undefined => loadOutcomes().get(key);

/** Records an outcome. If it can't be stored, a reload during the call opens the page again. */
export function recordOutcome({ key, isPersistent }: PopId, outcome: PopOutcome): void {
  loadOutcomes().set(key, outcome);
  if (!isPersistent) return;
  const others = readStored().filter(([each]) => each !== key);
  storage.set(STORAGE_KEY, [...others, [key, outcome]].slice(-MAX_STORED_CALLS));
}
