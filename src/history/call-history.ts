import { Emitter } from '../internal/index.js';
import type { AgentSession, SessionTarget, StateListener } from '../session/index.js';
import type { CallStore } from './database.js';
import { toCallRecord, hasFinalId, mergeCallRecords, findUnreturned, type CallRecord } from './call-record.js';

/** What may stay: at most so many, none older than so many milliseconds. */
export interface HistoryLimits {
  readonly maxAge: number;
  readonly maxEntries: number;
}

export const withinLimits = (
  entries: readonly CallRecord[],
  { maxAge, maxEntries }: HistoryLimits,
): readonly CallRecord[] => entries.filter(({ startedAt }) => Date.now() - startedAt < maxAge).slice(0, maxEntries);

/** A transaction that finds no room is aborted, and may say no more than that. */
const isQuotaError = (cause: unknown): boolean =>
  cause instanceof DOMException && (cause.name === 'QuotaExceededError' || cause.name === 'AbortError');

/** In memory, where nobody has said otherwise. */
const MEMORY_LIMITS: HistoryLimits = { maxAge: Infinity, maxEntries: 1000 };

/** The calls of one agent: in memory, and where a page wants it kept on this machine. */
export class CallHistory {
  #entries: readonly CallRecord[] = [];
  #unreturned: ReadonlySet<CallRecord> = new Set();
  #limits = MEMORY_LIMITS;
  /** What the machine doesn't have yet. */
  readonly #unsaved = new Set<string>();
  #store: Promise<CallStore> | null = null;
  #isPersistent = false;
  #isLoading = false;
  #isStorageRefused = false;
  #queue: Promise<void> = Promise.resolve();
  readonly #changes = new Emitter();

  constructor(private readonly owner: string) {}

  /** Newest first. */
  get entries(): readonly CallRecord[] {
    return this.#entries;
  }

  /** The missed calls that wait for somebody to call back. */
  get unreturned(): ReadonlySet<CallRecord> {
    return this.#unreturned;
  }

  /** What the machine has kept is on its way. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** The browser keeps nothing: no storage in this context, or none left. */
  get isStorageRefused(): boolean {
    return this.#isStorageRefused;
  }

  /**
   * Calls back when the entries change, or when the browser refuses to store them.
   * @returns unsubscribe function
   */
  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  record(record: CallRecord): void {
    this.#unsaved.add(record.id);
    this.#save(this.#merge([record]));
  }

  /** Keeps the calls on this machine from now on, and those that it has kept before within the limits. */
  persist(limits: HistoryLimits): void {
    this.#limits = limits;
    const isFirst = !this.#isPersistent;
    this.#isPersistent = true;
    const removedIds = this.#merge([]);
    if (isFirst) for (const { id } of this.#entries) this.#unsaved.add(id);
    this.#isLoading ||= isFirst;
    if (isFirst) this.#enqueue((store) => this.#load(store));
    this.#save(removedIds);
  }

  clear(): void {
    this.#unsaved.clear();
    this.#entries = [];
    this.#merge([]);
    if (this.#isPersistent) this.#enqueue((store) => store.clear());
  }

  /** @returns the ids of those that are beyond the limits now */
  #merge(entries: readonly CallRecord[]): string[] {
    const all = new Map(this.#entries.map((record) => [record.id, record]));
    for (const record of entries) {
      const existing = all.get(record.id);
      all.set(record.id, existing ? mergeCallRecords(existing, record) : record);
    }
    const sorted = [...all.values()].sort((a, b) => b.startedAt - a.startedAt);
    this.#entries = withinLimits(sorted, this.#limits);
    this.#unreturned = findUnreturned(this.#entries);
    this.#changes.emit();
    const kept = new Set(this.#entries);
    return sorted.filter((record) => !kept.has(record)).map(({ id }) => id);
  }

  /** What another tab has removed goes here too. */
  async #load(store: CallStore): Promise<void> {
    const stored = await store.all();
    const ids = new Set(stored.map(({ id }) => id));
    this.#entries = this.#entries.filter(({ id }) => ids.has(id) || this.#unsaved.has(id));
    const removedIds = this.#merge(stored);
    if (removedIds.length > 0) await store.remove(removedIds);
  }

  #save(removedIds: readonly string[]): void {
    if (!this.#isPersistent) return;
    this.#enqueue(async (store) => {
      const entries = this.#entries.filter(({ id }) => this.#unsaved.has(id));
      if (entries.length > 0) await this.#put(store, entries);
      for (const { id } of entries) this.#unsaved.delete(id);
      if (removedIds.length > 0) await store.remove(removedIds);
    });
  }

  /** Where there is no room left, the older half makes some. */
  async #put(store: CallStore, entries: readonly CallRecord[]): Promise<void> {
    try {
      await store.put(entries);
    } catch (cause) {
      if (!isQuotaError(cause)) throw cause;
      const half = this.#entries.slice(Math.ceil(this.#entries.length / 2));
      await store.remove(half.map(({ id }) => id));
      await store.put(entries.slice(0, Math.ceil(entries.length / 2)));
    }
  }

  /** One thing after the other. What the browser refuses stays in memory, and is tried again with the next call. */
  #enqueue(task: (store: CallStore) => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      try {
        await task(await this.#openStore());
        this.#setStorageRefused(false);
      } catch {
        this.#setStorageRefused(true);
      }
    });
  }

  #openStore(): Promise<CallStore> {
    this.#store ??= import('./database.js').then(({ openCallStore: openCalls }) =>
      openCalls(this.owner, () => this.#enqueue((store) => this.#load(store))),
    );
    this.#store.catch(() => (this.#store = null));
    return this.#store;
  }

  #setStorageRefused(isRefused: boolean): void {
    if (isRefused === this.#isStorageRefused && !this.#isLoading) return;
    this.#isLoading = false;
    this.#isStorageRefused = isRefused;
    this.#changes.emit();
  }
}

const historyByOwner = new Map<string, CallHistory>();

const historyForSession = ({ owner }: AgentSession): CallHistory => {
  let history = historyByOwner.get(owner);
  if (!history) historyByOwner.set(owner, (history = new CallHistory(owner)));
  return history;
};

/** The agent element whose calls are recorded. */
export interface RecordedAgent extends SessionTarget {
  readonly session: AgentSession | null;
  subscribe(listener: StateListener): () => void;
}

const recordedHosts = new WeakSet<RecordedAgent>();

/**
 * The log of the agent who is at this phone, null while nobody is. From the first time on every call of the phone is
 * recorded, whoever shows it.
 */
export function callHistoryOf(phone: RecordedAgent): CallHistory | null {
  if (!recordedHosts.has(phone)) recordCalls(phone);
  return phone.session && historyForSession(phone.session);
}

function recordCalls(phone: RecordedAgent): void {
  recordedHosts.add(phone);
  const historyFor = (target: EventTarget | null): CallHistory | null =>
    target === phone && phone.session ? historyForSession(phone.session) : null; // not of an agent within this one
  for (const name of ['sobot-call-started', 'sobot-call-connected', 'sobot-call-ended'] as const) {
    phone.addEventListener(name, ({ target, detail }) => {
      if (hasFinalId(detail)) historyFor(target)?.record(toCallRecord(detail));
    });
  }
  phone.addEventListener('sobot-wrap-up-done', ({ target, detail: { call, notes, disposition } }) =>
    historyFor(target)?.record(toCallRecord(call, notes, disposition)),
  );
  phone.subscribe(({ lastCall }, previous) => {
    const isLateName = lastCall !== previous.lastCall && lastCall && lastCall.id === previous.lastCall?.id;
    if (isLateName && phone.session) historyForSession(phone.session).record(toCallRecord(lastCall));
  });
}
