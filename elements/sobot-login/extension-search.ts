/**
 * The search behind the extension field: pages of `queryUnusedExts` (section "Query Enterprise
 * Extension List").
 * It is apart from the field, because paging and answers that overtake each other have nothing to
 * do with a combobox.
 */
import type { SobotError } from '../../src/sdk/index.js';
import type { AgentSession } from '../../src/session/index.js';
import { rows, toSobotError } from '../../src/queries/index.js';

/** An extension that is free, or that the agent has already. */
export interface Extension {
  readonly ext: string;
  /** The extension is bound to this agent. */
  readonly isOwn: boolean;
}

/** Rows of a request. A company may have thousands of extensions. */
const PAGE_SIZE = 50;

/** The extensions that match a text, page by page. The answer to an older request than the newest one is ignored. */
export class ExtensionSearch {
  results: readonly Extension[] = [];
  /** The number of matches; null where the platform gives none. */
  total: number | null = null;
  isLoading = false;
  error: SobotError | null = null;
  /** The text of the current results; null: the next search fetches, whatever its text. */
  #text: string | null = null;
  /** The last page that was fetched, from 1; 0 for none. */
  #page = 0;
  /** The last page was full, so there may be another one. Used where the platform gives no total. */
  #isPageFull = false;
  #requestNumber = 0;

  constructor(
    private readonly session: () => AgentSession | null | undefined,
    private readonly onChange: () => void,
  ) {}

  /** Whether there are pages that were not fetched. */
  get hasMore(): boolean {
    return this.total === null ? this.#isPageFull : this.results.length < this.total;
  }

  /** Fetches the first page of another text. The old results stay until the answer comes, so that the list doesn't flicker. */
  async search(text: string): Promise<void> {
    if (text === this.#text && !this.error) return;
    this.#text = text;
    await this.#fetchPage(1);
  }

  /** Fetches the next page, if there is one and no request is pending. */
  async loadMore(): Promise<void> {
    if (this.isLoading || this.error || !this.hasMore) return;
    await this.#fetchPage(this.#page + 1);
  }

  /** Fetches the page again whose request failed. */
  async retry(): Promise<void> {
    await this.#fetchPage(this.#page + 1);
  }

  /** Makes the next search fetch again, because other agents bind and unbind extensions all the time. */
  invalidate(): void {
    this.#text = null;
  }

  /**
   * Fetches a page and puts it into the results. The page number is counted up only by an answer,
   * so a failed page is fetched again.
   */
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

  /**
   * Adds the rows that are new: extensions that are bound meanwhile move others to the next page,
   * which then repeats some.
   */
  #addPage(page: number, list: readonly { ext: string; default?: boolean }[], total: number): void {
    const known = new Set(page === 1 ? [] : this.results.map(({ ext }) => ext));
    const fresh = list
      .map(({ ext, default: isOwn }) => ({ ext: String(ext).trim(), isOwn: String(isOwn) === 'true' }))
      .filter(({ ext }) => ext !== '' && !known.has(ext));
    this.#page = page;
    this.#isPageFull = list.length >= PAGE_SIZE && fresh.length > 0;
    this.results = page === 1 ? fresh : [...this.results, ...fresh];
    if (Number.isNaN(total)) this.total = null;
    // A page without new extensions is the last one, whatever the total says: else a wrong total loads pages for ever.
    else this.total = fresh.length > 0 ? total : this.results.length;
  }
}
