interface Badge {
  readonly text: string;
}

/** The badges of one page, first come first shown. */
class TitleBadges {
  readonly #badges = new Set<Badge>();
  /** The badge in the title. */
  #currentBadge = '';
  /** The title with it, as the page gives it back. */
  #expectedTitle = '';
  #observer: MutationObserver | null = null;

  constructor(private readonly document: Document) {}

  add(text: string): () => void {
    const badge: Badge = { text };
    this.#badges.add(badge);
    this.#update();
    return () => {
      if (this.#badges.delete(badge)) this.#update();
    };
  }

  #update(): void {
    const { title } = this.document;
    const pageTitle =
      this.#currentBadge === ''
        ? title
        : title === this.#currentBadge
          ? ''
          : title.replaceAll(`${this.#currentBadge} · `, '');
    this.#currentBadge = [...this.#badges][0]?.text ?? '';
    const nextTitle = [this.#currentBadge, pageTitle].filter(Boolean).join(' · ');
    if (nextTitle !== title) this.document.title = nextTitle;
    this.#expectedTitle = this.document.title;
    this.#observe(this.#currentBadge !== '');
  }

  /** The page may change its title meanwhile. */
  #observe(isActive: boolean): void {
    if (isActive === (this.#observer !== null)) return;
    this.#observer?.disconnect();
    this.#observer = isActive
      ? new MutationObserver(() => this.document.title === this.#expectedTitle || this.#update())
      : null;
    this.#observer?.observe(this.document.head, { childList: true, subtree: true, characterData: true });
  }
}

const badgesByDocument = new WeakMap<Document, TitleBadges>();

/**
 * Puts a text before the page's title, so that it is seen in the tabs. When the page changes its title meanwhile the
 * badge stays, and what is left afterwards is the page's own.
 * @returns how to take it away
 */
export function addTitleBadge(document: Document, text: string): () => void {
  let badges = badgesByDocument.get(document);
  if (!badges) badgesByDocument.set(document, (badges = new TitleBadges(document)));
  return badges.add(text);
}
