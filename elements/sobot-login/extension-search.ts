import type { SobotError } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { rows, toSobotError } from '../../src/queries/index.js';

export interface Extension {
  readonly ext: string;
  /** Bound to this agent. */
  readonly isOwn: boolean;
}

const PAGE_SIZE = 50;

/** The extensions that match a text, page by page. An answer that a newer question has overtaken doesn't count. */
export class ExtensionSearch {
  results: readonly Extension[] = [];
  /** How many match; null where the platform doesn't tell. */
  total: number | null = null;
  isLoading = false;
  error: SobotError | null = null;
  #text: string | null = null;
  #page = 0;
  #isPageFull = false;
  #requestNumber = 0;

  constructor(
    private readonly session: () => AgentSession | null | undefined,
    private readonly onChange: () => void,
  ) {}

  get hasMore(): boolean {
    return this.total === null ? this.#isPageFull : this.results.length < this.total;
  }

  /** Begins anew; what was found stays until the answer is there. */
  async search(text: string): Promise<void> {
    if (text === this.#text && !this.error) return;
    this.#text = text;
    await this.#fetchPage(1);
  }

  async loadMore(): Promise<void> {
    if (this.isLoading || this.error || !this.hasMore) return;
    await this.#fetchPage(this.#page + 1);
  }

  async retry(): Promise<void> {
    await this.#fetchPage(this.#page + 1);
  }

  /** Extensions come and go: the next search asks again. */
  invalidate(): void {
    this.#text = null;
  }

  async #fetchPage(page: number): Promise<void> {
    const session = this.session();
    if (!session) return;
    const requestNumber = ++this.#requestNumber;
    this.#page = page - 1;
    this.isLoading = true;
    this.error = null;
    this.onChange();
    try {
      const result = await session.queryUnusedExts({ ext: this.#text ?? '', currPage: page, pageSize: PAGE_SIZE });
      if (requestNumber === this.#requestNumber)
        this.#addPage(page, rows(result?.exts), Number(result?.total ?? Number.NaN));
    } catch (cause) {
      if (requestNumber === this.#requestNumber) this.error = toSobotError(cause);
    }
    if (requestNumber !== this.#requestNumber) return;
    this.isLoading = false;
    this.onChange();
  }

  #addPage(page: number, list: readonly { ext: string; default?: boolean }[], total: number): void {
    const known = new Set(page === 1 ? [] : this.results.map(({ ext }) => ext));
    const fresh = list
      .map(({ ext, default: isOwn }) => ({ ext: String(ext).trim(), isOwn: String(isOwn) === 'true' }))
      .filter(({ ext }) => ext !== '' && !known.has(ext));
    this.#page = page;
    this.#isPageFull = list.length >= PAGE_SIZE && fresh.length > 0;
    this.results = page === 1 ? fresh : [...this.results, ...fresh];
    // A page without news is the last one, whatever the total says.
    this.total = Number.isNaN(total) ? null : fresh.length > 0 ? total : this.results.length;
  }
}
