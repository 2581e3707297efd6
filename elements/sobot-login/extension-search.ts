import type { SobotError } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { asError, rows } from '../../src/queries/query-cache.js';

export interface Extension {
  readonly ext: string;
  /** Bound to this agent. */
  readonly own: boolean;
}

const PAGE = 50;

/** The extensions that match a text, page by page. An answer that a newer question has overtaken doesn't count. */
export class ExtensionSearch {
  found: readonly Extension[] = [];
  /** How many match; null where the platform doesn't tell. */
  total: number | null = null;
  loading = false;
  error: SobotError | null = null;
  #text: string | null = null;
  #page = 0;
  #full = false;
  #turn = 0;

  constructor(
    private readonly session: () => AgentSession | null | undefined,
    private readonly changed: () => void,
  ) {}

  get hasMore(): boolean {
    return this.total === null ? this.#full : this.found.length < this.total;
  }

  /** Begins anew; what was found stays until the answer is there. */
  async search(text: string): Promise<void> {
    if (text === this.#text && !this.error) return;
    this.#text = text;
    await this.#ask(1);
  }

  async more(): Promise<void> {
    if (this.loading || this.error || !this.hasMore) return;
    await this.#ask(this.#page + 1);
  }

  async retry(): Promise<void> {
    await this.#ask(this.#page + 1);
  }

  /** Extensions come and go: the next search asks again. */
  forget(): void {
    this.#text = null;
  }

  async #ask(page: number): Promise<void> {
    const session = this.session();
    if (!session) return;
    const turn = ++this.#turn;
    this.#page = page - 1;
    this.loading = true;
    this.error = null;
    this.changed();
    try {
      const result = await session.queryUnusedExts({ ext: this.#text ?? '', currPage: page, pageSize: PAGE });
      if (turn === this.#turn) this.#take(page, rows(result?.exts), Number(result?.total ?? Number.NaN));
    } catch (cause) {
      if (turn === this.#turn) this.error = asError(cause);
    }
    if (turn !== this.#turn) return;
    this.loading = false;
    this.changed();
  }

  #take(page: number, list: readonly { ext: string; default?: boolean }[], total: number): void {
    const known = new Set(page === 1 ? [] : this.found.map(({ ext }) => ext));
    const fresh = list
      .map(({ ext, default: own }) => ({ ext: String(ext).trim(), own: String(own) === 'true' }))
      .filter(({ ext }) => ext !== '' && !known.has(ext));
    this.#page = page;
    this.#full = list.length >= PAGE && fresh.length > 0;
    this.found = page === 1 ? fresh : [...this.found, ...fresh];
    // A page without news is the last one, whatever the total says.
    this.total = Number.isNaN(total) ? null : fresh.length > 0 ? total : this.found.length;
  }
}
