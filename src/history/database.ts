import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { mergedEntry, type CallLogEntry } from './call-record.js';

const NAME = 'sobot-elements';
const STORE = 'calls';

interface Schema extends DBSchema {
  calls: { key: [owner: string, id: string]; value: CallLogEntry & { readonly owner: string } };
}

/** The kept calls of one agent. Everything rejects where the browser refuses it. */
export interface Calls {
  all(): Promise<CallLogEntry[]>;
  /** Merges them with what is known of the same calls, also from another tab. */
  put(entries: readonly CallLogEntry[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

let opening: Promise<IDBPDatabase<Schema>> | null = null;

const forget = (): void => void (opening = null);

/** One connection a page; one that was closed, or couldn't be opened, is opened anew. */
function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>(NAME, 1, {
    upgrade: (db) => void db.createObjectStore(STORE, { keyPath: ['owner', 'id'] }),
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close(); // a newer version in another tab needs it
      forget();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

/** An array is greater than every text, so this is all of the agent's and nobody else's. */
const allOf = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

/**
 * @param owner whose calls
 * @param changed another tab has changed them
 */
export async function openCalls(owner: string, changed: () => void): Promise<Calls> {
  await database();
  const others = new BroadcastChannel(`${NAME}.${STORE}`);
  others.addEventListener('message', ({ data }) => data === owner && changed());

  /** Changes the store in one go, and tells the other tabs. */
  const change = async (
    act: (put: (entry: CallLogEntry) => Promise<unknown>, remove: (key: Key) => Promise<unknown>) => Promise<unknown>[],
  ): Promise<void> => {
    const { store, done } = (await database()).transaction(STORE, 'readwrite');
    const put = async (entry: CallLogEntry): Promise<unknown> => {
      const before = await store.get([owner, entry.id]);
      return store.put({ ...(before ? mergedEntry(before, entry) : entry), owner });
    };
    await Promise.all([...act(put, (key) => store.delete(key)), done]);
    others.postMessage(owner);
  };

  return {
    all: async () => (await database()).getAll(STORE, allOf(owner)),
    put: (entries) => change((put) => entries.map(put)),
    remove: (ids) => change((_, remove) => ids.map((id) => remove([owner, id]))),
    clear: () => change((_, remove) => [remove(allOf(owner))]),
  };
}

type Key = IDBKeyRange | [owner: string, id: string];
