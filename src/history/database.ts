import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { mergeCallRecords, type CallRecord } from './call-record.js';

const DATABASE_NAME = 'sobot-elements';
const STORE_NAME = 'calls';

interface Schema extends DBSchema {
  calls: { key: [owner: string, id: string]; value: CallRecord & { readonly owner: string } };
}

/** The kept calls of one agent. Everything rejects where the browser refuses it. */
export interface CallStore {
  all(): Promise<CallRecord[]>;
  /** Merges them with what is known of the same calls, also from another tab. */
  put(entries: readonly CallRecord[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

let connection: Promise<IDBPDatabase<Schema>> | null = null;

const resetConnection = (): void => void (connection = null);

/** One connection a page; one that was closed, or couldn't be opened, is opened anew. */
function openDatabase(): Promise<IDBPDatabase<Schema>> {
  connection ??= openDB<Schema>(DATABASE_NAME, 1, {
    upgrade: (db) => void db.createObjectStore(STORE_NAME, { keyPath: ['owner', 'id'] }),
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close(); // a newer version in another tab needs it
      resetConnection();
    },
    terminated: resetConnection,
  });
  connection.catch(resetConnection);
  return connection;
}

/** An array is greater than every text, so this is all of the agent's and nobody else's. */
const ownerRange = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

/**
 * @param owner whose calls
 * @param onChange another tab has changed them
 */
export async function openCallStore(owner: string, onChange: () => void): Promise<CallStore> {
  await openDatabase();
  const channel = new BroadcastChannel(`${DATABASE_NAME}.${STORE_NAME}`);
  channel.addEventListener('message', ({ data }) => data === owner && onChange());

  /** Changes the store in one go, and tells the other tabs. */
  const transact = async (
    write: (
      put: (entry: CallRecord) => Promise<unknown>,
      remove: (key: RecordKey) => Promise<unknown>,
    ) => Promise<unknown>[],
  ): Promise<void> => {
    const { store, done } = (await openDatabase()).transaction(STORE_NAME, 'readwrite');
    const put = async (entry: CallRecord): Promise<unknown> => {
      const existing = await store.get([owner, entry.id]);
      return store.put({ ...(existing ? mergeCallRecords(existing, entry) : entry), owner });
    };
    await Promise.all([...write(put, (key) => store.delete(key)), done]);
    channel.postMessage(owner);
  };

  return {
    all: async () => (await openDatabase()).getAll(STORE_NAME, ownerRange(owner)),
    put: (entries) => transact((put) => entries.map(put)),
    remove: (ids) => transact((_, remove) => ids.map((id) => remove([owner, id]))),
    clear: () => transact((_, remove) => [remove(ownerRange(owner))]),
  };
}

type RecordKey = IDBKeyRange | [owner: string, id: string];
