interface Badge {
  readonly text: string;
}

/** The badges of one page, first come first shown. */
class Titles {
  readonly #badges = new Set<Badge>();
  /** The badge in the title. */
  #text = '';
  /** The title with it, as the page gives it back. */
  #shown = '';
  #observer: MutationObserver | null = null;

  constructor(private readonly document: Document) {}

  add(text: string): () => void {
    const badge: Badge = { text };
    this.#badges.add(badge);
    this.#show();
    return () => {
      if (this.#badges.delete(badge)) this.#show();
    };
  }

  #show(): void {
    const { title } = this.document;
    const own = this.#text === '' ? title : title === this.#text ? '' : title.replaceAll(`${this.#text} · `, '');
    this.#text = [...this.#badges][0]?.text ?? '';
    const wanted = [this.#text, own].filter(Boolean).join(' · ');
    if (wanted !== title) this.document.title = wanted;
    this.#shown = this.document.title;
    this.#watch(this.#text !== '');
  }

  /** The page may change its title meanwhile. */
  #watch(on: boolean): void {
    if (on === (this.#observer !== null)) return;
    this.#observer?.disconnect();
    this.#observer = on ? new MutationObserver(() => this.document.title === this.#shown || this.#show()) : null;
    this.#observer?.observe(this.document.head, { childList: true, subtree: true, characterData: true });
  }
}

const pages = new WeakMap<Document, Titles>();

/**
 * Puts a text before the page's title, so that it is seen in the tabs. When the page changes its title meanwhile the
 * badge stays, and what is left afterwards is the page's own.
 * @returns how to take it away
 */
export function badgeTitle(document: Document, text: string): () => void {
  let titles = pages.get(document);
  if (!titles) pages.set(document, (titles = new Titles(document)));
  return titles.add(text);
}
