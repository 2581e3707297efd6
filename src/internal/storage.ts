/**
 * Web storage that never throws. Storage may be forbidden, full, absent (Node) or hold junk of another program; the
 * kit then works from memory.
 */
export class SafeStorage {
  /**
   * @param open returns the storage; it may throw, as `window.sessionStorage` does in a sandboxed frame
   * @param prefix the beginning of every key
   */
  constructor(
    private readonly open: () => Storage,
    private readonly prefix: string,
  ) {}

  /** The parsed JSON of a key; undefined where there is none, or it can't be read. */
  get(key: string): unknown {
    return this.#attempt((storage): unknown => JSON.parse(storage.getItem(this.prefix + key) ?? ''));
  }

  /** Saves a value as JSON. @returns false if it could not be saved */
  set(key: string, value: unknown): boolean {
    const saved = this.#attempt((storage) => {
      storage.setItem(this.prefix + key, JSON.stringify(value));
      return true;
    });
    return saved ?? false;
  }

  /** Removes a key; a failure is ignored, because the next page overwrites it. */
  remove(key: string): void {
    this.#attempt((storage) => storage.removeItem(this.prefix + key));
  }

  /** The keys that are in use, without the prefix. */
  keys(): string[] {
    const all = this.#attempt((storage) => Object.keys(storage)) ?? [];
    return all.filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
  }

  #attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.open());
    } catch {
      return undefined;
    }
  }
}
