/**
 * The storage of call records in IndexedDB. It is loaded on demand, because most pages keep the
 * history in memory. All agents of this browser share one database, and each sees only their own
 * records.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { withResolvers } from '../internal/index.js';
import { mergeCallRecords, readCallRecord, RECORD_VERSION, type CallRecord } from './call-record.js';

/** Names in the browser. Pages of one origin share them, also with other versions of the kit. */
const DATABASE_NAME = 'sobot-elements';
const STORE_NAME = 'calls';

/** A record as it is written. Another version of the kit, or another program, may have written anything. */
interface StoredRecord extends CallRecord {
  readonly owner: string;
  readonly version: number;
}

/** Milliseconds. An opening waits without an event while another tab deletes or upgrades the database. */
const OPEN_TIMEOUT_MS = 3_000;

/** The key has the agent first, so that a range selects the records of one agent. */
interface Schema extends DBSchema {
  calls: { key: [owner: string, id: string]; value: StoredRecord };
}

/** The stored records of one agent. All methods reject where the browser refuses the operation. */
export interface CallStore {
  /** Returns all records that can be read, in no particular order. */
  all(): Promise<CallRecord[]>;
  /** Stores records, merged with those of the same calls, also from another tab. */
  put(entries: readonly CallRecord[]): Promise<void>;
  /** Deletes records; an unknown ID is ignored. */
  remove(ids: readonly string[]): Promise<void>;
  /** Deletes all records of the agent. */
  clear(): Promise<void>;
}

/** The connection of the page; null while there is none. */
let connection: Promise<IDBPDatabase<Schema>> | null = null;

/** Drops the connection, so that the next operation opens another. */
const resetConnection = (): void => void (connection = null);

/**
 * Opens the connection of the page, or returns it. A connection that was closed or could not be
 * opened is opened again.
 */
async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  connection ??= openDB<Schema>(DATABASE_NAME, 1, {
    upgrade: (db) => void db.createObjectStore(STORE_NAME, { keyPath: ['owner', 'id'] }),
    blocking: (_current, _blocked, event) => {
      // Another tab has a newer version of the database. It can open it only when all others closed it.
      (event.target as IDBDatabase).close();
      resetConnection();
    },
    terminated: resetConnection,
  });
  connection.catch(resetConnection);
  const { promise: timeout, reject } = withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('another tab keeps it locked')), OPEN_TIMEOUT_MS);
  try {
    return await Promise.race([connection, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Returns the range with all records of one agent. IndexedDB orders arrays after texts, so no ID of
 * the agent is beyond it.
 */
const ownerRange = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

/**
 * Opens the storage of one agent. Rejects where the browser has none, such as in some private
 * windows.
 * @param owner the key of the agent
 * @param onChange called after another tab changed the records
 */
export async function openCallStore(owner: string, onChange: () => void): Promise<CallStore> {
  await openDatabase();
  const channel = new BroadcastChannel(`${DATABASE_NAME}.${STORE_NAME}`);
  channel.addEventListener('message', ({ data }) => data === owner && onChange());

  /** Changes records in one transaction, and notifies the other tabs. */
  const transact = async (
    write: (
      put: (entry: CallRecord) => Promise<unknown>,
      remove: (key: RecordKey) => Promise<unknown>,
    ) => Promise<unknown>[],
  ): Promise<void> => {
    const { store, done } = (await openDatabase()).transaction(STORE_NAME, 'readwrite');
    const put = async (entry: CallRecord): Promise<unknown> => {
      const existing = readCallRecord(await store.get([owner, entry.id]));
      const record = existing ? mergeCallRecords(existing, entry) : entry;
      return store.put({ ...record, owner, version: RECORD_VERSION });
    };
    await Promise.all([...write(put, (key) => store.delete(key)), done]);
    channel.postMessage(owner);
  };

  return {
    all: async () => {
      const stored = await (await openDatabase()).getAll(STORE_NAME, ownerRange(owner));
      return stored.flatMap((each) => readCallRecord(each) ?? []);
    },
    put: (entries) => transact((put) => entries.map(put)),
    remove: (ids) => transact((_, remove) => ids.map((id) => remove([owner, id]))),
    clear: () => transact((_, remove) => [remove(ownerRange(owner))]),
  };
}

/** One record, or a range of them. */
type RecordKey = IDBKeyRange | [owner: string, id: string];
