import type { AgentSession, SessionTarget, StateListener } from '../session/index.js';
import type { Calls } from './database.js';
import { entryOf, isSettled, mergedEntry, unreturned, type CallLogEntry } from './call-record.js';

/** What may stay: at most so many, none older than so many milliseconds. */
export interface Limits {
  readonly maxAge: number;
  readonly maxEntries: number;
}

export const within = (entries: readonly CallLogEntry[], { maxAge, maxEntries }: Limits): readonly CallLogEntry[] =>
  entries.filter(({ startedAt }) => Date.now() - startedAt < maxAge).slice(0, maxEntries);

/** A transaction that finds no room is aborted, and may say no more than that. */
const isFull = (cause: unknown): boolean =>
  cause instanceof DOMException && (cause.name === 'QuotaExceededError' || cause.name === 'AbortError');

/** In memory, where nobody has said otherwise. */
const IN_MEMORY: Limits = { maxAge: Infinity, maxEntries: 1000 };

/** The calls of one agent: in memory, and where a page wants it kept on this machine. */
export class CallLog {
  #entries: readonly CallLogEntry[] = [];
  #waiting: ReadonlySet<CallLogEntry> = new Set();
  #limits = IN_MEMORY;
  /** What the machine doesn't have yet. */
  readonly #unsaved = new Set<string>();
  #calls: Promise<Calls> | null = null;
  #keeps = false;
  #isReading = false;
  #refused = false;
  #work: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly owner: string) {}

  /** Newest first. */
  get entries(): readonly CallLogEntry[] {
    return this.#entries;
  }

  /** The missed calls that wait for somebody to call back. */
  get waiting(): ReadonlySet<CallLogEntry> {
    return this.#waiting;
  }

  /** What the machine has kept is on its way. */
  get isReading(): boolean {
    return this.#isReading;
  }

  /** The browser keeps nothing: no storage in this context, or none left. */
  get refused(): boolean {
    return this.#refused;
  }

  /** @returns how to stop */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  record(entry: CallLogEntry): void {
    this.#unsaved.add(entry.id);
    this.#save(this.#set([entry]));
  }

  /** Keeps the calls on this machine from now on, and those that it has kept before within the limits. */
  keep(limits: Limits): void {
    this.#limits = limits;
    const isFirst = !this.#keeps;
    this.#keeps = true;
    const gone = this.#set([]);
    if (isFirst) for (const { id } of this.#entries) this.#unsaved.add(id);
    this.#isReading ||= isFirst;
    if (isFirst) this.#then((calls) => this.#read(calls));
    this.#save(gone);
  }

  clear(): void {
    this.#unsaved.clear();
    this.#entries = [];
    this.#set([]);
    if (this.#keeps) this.#then((calls) => calls.clear());
  }

  /** @returns the ids of those that are beyond the limits now */
  #set(entries: readonly CallLogEntry[]): string[] {
    const all = new Map(this.#entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      const before = all.get(entry.id);
      all.set(entry.id, before ? mergedEntry(before, entry) : entry);
    }
    const sorted = [...all.values()].sort((a, b) => b.startedAt - a.startedAt);
    this.#entries = within(sorted, this.#limits);
    this.#waiting = unreturned(this.#entries);
    for (const listener of [...this.#listeners]) listener();
    const here = new Set(this.#entries);
    return sorted.filter((entry) => !here.has(entry)).map(({ id }) => id);
  }

  /** What another tab has removed goes here too. */
  async #read(calls: Calls): Promise<void> {
    const kept = await calls.all();
    const ids = new Set(kept.map(({ id }) => id));
    this.#entries = this.#entries.filter(({ id }) => ids.has(id) || this.#unsaved.has(id));
    const gone = this.#set(kept);
    if (gone.length > 0) await calls.remove(gone);
  }

  #save(gone: readonly string[]): void {
    if (!this.#keeps) return;
    this.#then(async (calls) => {
      const entries = this.#entries.filter(({ id }) => this.#unsaved.has(id));
      if (entries.length > 0) await this.#put(calls, entries);
      for (const { id } of entries) this.#unsaved.delete(id);
      if (gone.length > 0) await calls.remove(gone);
    });
  }

  /** Where there is no room left, the older half makes some. */
  async #put(calls: Calls, entries: readonly CallLogEntry[]): Promise<void> {
    try {
      await calls.put(entries);
    } catch (cause) {
      if (!isFull(cause)) throw cause;
      const half = this.#entries.slice(Math.ceil(this.#entries.length / 2));
      await calls.remove(half.map(({ id }) => id));
      await calls.put(entries.slice(0, Math.ceil(entries.length / 2)));
    }
  }

  /** One thing after the other. What the browser refuses stays in memory, and is tried again with the next call. */
  #then(act: (calls: Calls) => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      try {
        await act(await this.#open());
        this.#tell(false);
      } catch {
        this.#tell(true);
      }
    });
  }

  #open(): Promise<Calls> {
    this.#calls ??= import('./database.js').then(({ openCalls }) =>
      openCalls(this.owner, () => this.#then((calls) => this.#read(calls))),
    );
    this.#calls.catch(() => (this.#calls = null));
    return this.#calls;
  }

  #tell(refused: boolean): void {
    if (refused === this.#refused && !this.#isReading) return;
    this.#isReading = false;
    this.#refused = refused;
    for (const listener of [...this.#listeners]) listener();
  }
}

const logs = new Map<string, CallLog>();

const logOf = ({ owner }: AgentSession): CallLog => {
  let log = logs.get(owner);
  if (!log) logs.set(owner, (log = new CallLog(owner)));
  return log;
};

/** The agent element whose calls are recorded. */
export interface RecordedAgent extends SessionTarget {
  readonly session: AgentSession | null;
  subscribe(listener: StateListener): () => void;
}

const recorded = new WeakSet<RecordedAgent>();

/**
 * The log of the agent who is at this phone, null while nobody is. From the first time on every call of the phone is
 * recorded, whoever shows it.
 */
export function logAt(phone: RecordedAgent): CallLog | null {
  if (!recorded.has(phone)) record(phone);
  return phone.session && logOf(phone.session);
}

function record(phone: RecordedAgent): void {
  recorded.add(phone);
  const at = (target: EventTarget | null): CallLog | null =>
    target === phone && phone.session ? logOf(phone.session) : null; // not of an agent within this one
  for (const name of ['sobot-call-started', 'sobot-call-connected', 'sobot-call-ended'] as const) {
    phone.addEventListener(name, ({ target, detail }) => {
      if (isSettled(detail)) at(target)?.record(entryOf(detail));
    });
  }
  phone.addEventListener('sobot-wrap-up-done', ({ target, detail: { call, notes, disposition } }) =>
    at(target)?.record(entryOf(call, notes, disposition)),
  );
  phone.subscribe(({ lastCall }, previous) => {
    const isLateName = lastCall !== previous.lastCall && lastCall && lastCall.id === previous.lastCall?.id;
    if (isLateName && phone.session) logOf(phone.session).record(entryOf(lastCall));
  });
}
