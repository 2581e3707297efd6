/**
 * The call history of an agent. The platform's SDK has no query for past calls, so the kit records
 * them from its events. All elements of a page share the history of an agent, and it outlives them.
 */
import { Emitter, now } from '../internal/index.js';
import type { AgentSession, SessionTarget, StateListener } from '../session/index.js';
import type { CallStore } from './database.js';
import { toCallRecord, hasFinalId, mergeCallRecords, findUnreturned, type CallRecord } from './call-record.js';

/** The limits of a history. */
export interface HistoryLimits {
  /** The age after which a call is deleted, in milliseconds since its start. */
  readonly maxAge: number;
  /** The number of calls that are kept. */
  readonly maxEntries: number;
}

/**
 * Returns the records that may stay.
 * @param entries newest first
 */
export const withinLimits = (
  entries: readonly CallRecord[],
  { maxAge, maxEntries }: HistoryLimits,
): readonly CallRecord[] => entries.filter(({ startedAt }) => now() - startedAt < maxAge).slice(0, maxEntries);

/**
 * Whether a transaction failed because the storage is full. Some browsers only report that it was
 * aborted.
 */
const isQuotaError = (cause: unknown): boolean =>
  cause instanceof DOMException && (cause.name === 'QuotaExceededError' || cause.name === 'AbortError');

/** Milliseconds. What other tabs change within this time is read at once. */
const RELOAD_DELAY_MS = 250;

/** The limits of a history that is not stored. */
const MEMORY_LIMITS: HistoryLimits = { maxAge: Infinity, maxEntries: 1000 };

/** The calls of one agent: in memory, and in this browser where an element persists them. */
export class CallHistory {
  #entries: readonly CallRecord[] = [];
  #unreturned: ReadonlySet<CallRecord> = new Set();
  #limits = MEMORY_LIMITS;
  /**
   * The IDs of records that are not stored yet. They stay here when the browser refuses to store
   * them.
   */
  readonly #unsaved = new Set<string>();
  /** The storage; null before its first use and after it failed to open. */
  #store: Promise<CallStore> | null = null;
  #isPersistent = false;
  #isLoading = false;
  #isStorageRefused = false;
  /** Reports the first failure of the storage. */
  #warn: ((message: string) => void) | undefined;
  #reloadTimer: ReturnType<typeof setTimeout> | undefined;
  /** The end of the last operation on the storage. Operations run one after the other. */
  #queue: Promise<void> = Promise.resolve();
  readonly #changes = new Emitter();

  /** @param owner the key of the agent, by which records are stored */
  constructor(private readonly owner: string) {}

  /** The records, newest first. */
  get entries(): readonly CallRecord[] {
    return this.#entries;
  }

  /** The missed calls that wait for a call back. */
  get unreturned(): ReadonlySet<CallRecord> {
    return this.#unreturned;
  }

  /** Whether the stored records are still being read. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  /** Whether the browser stores nothing: it has no storage in this context, or none left. */
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

  /** Adds a record, or merges it with the one of the same call. */
  record(record: CallRecord): void {
    this.#unsaved.add(record.id);
    this.#save(this.#merge([record]));
  }

  /**
   * Stores the history in this browser from now on, and adds the records that are stored already.
   * Records beyond the limits are deleted.
   * @param warn called once, if the browser refuses to store anything
   */
  persist(limits: HistoryLimits, warn: (message: string) => void): void {
    this.#limits = limits;
    const isFirst = !this.#isPersistent;
    if (isFirst) this.#warn = warn;
    this.#isPersistent = true;
    const removedIds = this.#merge([]);
    if (isFirst) for (const { id } of this.#entries) this.#unsaved.add(id);
    this.#isLoading ||= isFirst;
    if (isFirst) this.#enqueue((store) => this.#load(store));
    this.#save(removedIds);
  }

  /** Deletes all records, also the stored ones. */
  clear(): void {
    this.#unsaved.clear();
    this.#entries = [];
    this.#merge([]);
    if (this.#isPersistent) this.#enqueue((store) => store.clear());
  }

  /**
   * Adds records, sorts, applies the limits and notifies.
   * @returns the IDs of the records beyond the limits
   */
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

  /** Adds the stored records. A stored record that another tab has deleted is deleted here too. */
  async #load(store: CallStore): Promise<void> {
    const stored = await store.all();
    const ids = new Set(stored.map(({ id }) => id));
    this.#entries = this.#entries.filter(({ id }) => ids.has(id) || this.#unsaved.has(id));
    const removedIds = this.#merge(stored);
    if (removedIds.length > 0) await store.remove(removedIds);
  }

  /** Stores the unsaved records, and deletes those beyond the limits. */
  #save(removedIds: readonly string[]): void {
    if (!this.#isPersistent) return;
    this.#enqueue(async (store) => {
      const entries = this.#entries.filter(({ id }) => this.#unsaved.has(id));
      if (entries.length > 0) await this.#put(store, entries);
      for (const { id } of entries) this.#unsaved.delete(id);
      if (removedIds.length > 0) await store.remove(removedIds);
    });
  }

  /**
   * Stores records. Where the storage is full, the older half of the history is deleted to make
   * room.
   */
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

  /**
   * Runs an operation after the pending ones. Records that the browser refuses stay in memory, and
   * are stored with the next operation that succeeds.
   */
  #enqueue(task: (store: CallStore) => Promise<void>): void {
    this.#queue = this.#queue.then(async () => {
      try {
        await task(await this.#openStore());
        this.#setStorageRefused(false);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        this.#warn?.(
          `The call log is not stored: ${reason}. It is kept until the page is closed. Check the browser's storage.`,
        );
        this.#warn = undefined;
        this.#setStorageRefused(true);
      }
    });
  }

  /**
   * Opens the storage at its first use. A failed attempt is forgotten, so that the next operation
   * tries again.
   */
  #openStore(): Promise<CallStore> {
    this.#store ??= import('./database.js').then(({ openCallStore: openCalls }) =>
      openCalls(this.owner, () => this.#scheduleReload()),
    );
    this.#store.catch(() => (this.#store = null));
    return this.#store;
  }

  /** Reads the stored records soon, however many changes other tabs report until then. */
  #scheduleReload(): void {
    this.#reloadTimer ??= setTimeout(() => {
      this.#reloadTimer = undefined;
      this.#enqueue((store) => this.#load(store));
    }, RELOAD_DELAY_MS);
  }

  /** Publishes whether the last operation failed. The first one also ends the loading. */
  #setStorageRefused(isRefused: boolean): void {
    if (isRefused === this.#isStorageRefused && !this.#isLoading) return;
    this.#isLoading = false;
    this.#isStorageRefused = isRefused;
    this.#changes.emit();
  }
}

/**
 * The histories of the page, by agent. They stay when an agent logs out and another one logs in.
 */
const historyByOwner = new Map<string, CallHistory>();

/** Returns the history of the session's agent. */
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

/** The agent elements whose calls are recorded, so that each is recorded once. */
const recordedHosts = new WeakSet<RecordedAgent>();

/**
 * Returns the history of the agent at an agent element; null without a session. The first call
 * starts the recording of all calls of that element, whether or not an element shows them.
 */
export function callHistoryOf(phone: RecordedAgent): CallHistory | null {
  if (!recordedHosts.has(phone)) recordCalls(phone);
  return phone.session && historyForSession(phone.session);
}

/**
 * Records the calls of an agent element from its events. A name may arrive from the party resolver
 * after the end of a call, so the last call is followed too.
 */
function recordCalls(phone: RecordedAgent): void {
  recordedHosts.add(phone);
  const historyFor = (target: EventTarget | null): CallHistory | null =>
    // Events bubble, and an agent element may contain another one.
    target === phone && phone.session ? historyForSession(phone.session) : null;
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
