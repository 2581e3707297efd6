/** Session storage whose records belong to one page, and whose format has a version. */
import { isRecord, SafeStorage } from '../../internal/index.js';
import { adoptPage, isOwnPage, pageId, sharesStorage } from './tab.js';

/** The format of the records. Those of another format are dropped. */
const VERSION = 1;

export class TabStorage {
  readonly #storage: SafeStorage;

  /**
   * @param open returns the storage; it may throw
   * @param prefix the beginning of every key
   */
  constructor(open: () => Storage, prefix: string) {
    this.#storage = new SafeStorage(open, prefix);
  }

  /** The data of a key; undefined where there is none that belongs to this page. */
  get(key: string): unknown {
    const record = this.#storage.get(key);
    const isOwn = isRecord(record) && record['version'] === VERSION && isOwnPage(record['page']);
    return isOwn ? record['data'] : undefined;
  }

  set(key: string, data: unknown): void {
    void adoptPage(pageId); // before a copy can be made of what is stored
    this.#storage.set(key, { version: VERSION, page: pageId, data });
  }

  remove(key: string): void {
    this.#storage.remove(key);
  }

  /** The keys that are in use, without the prefix. */
  keys(): readonly string[] {
    return this.#storage.keys();
  }

  /** Takes over the records of pages that are gone, and removes copies of those that are still there. */
  async claim(): Promise<void> {
    await Promise.all(
      this.keys().map(async (key) => {
        const record = this.#storage.get(key);
        const page = isRecord(record) && record['version'] === VERSION ? record['page'] : undefined;
        if (isOwnPage(page)) return;
        const isOwn = typeof page === 'string' && (await adoptPage(page));
        if (!isOwn && (page === undefined || !sharesStorage())) this.remove(key);
      }),
    );
  }
}
