/**
 * A badge before the title of the page, for an agent who works in another tab. The page may change its title while the
 * badge is there; afterwards the page's own title is left.
 */

/** An object, because two badges may have the same text. */
interface Badge {
  readonly text: string;
}

/**
 * Between the badge and the page's title; it is also how the badge is found again in a title that
 * the page has extended.
 */
const SEPARATOR = ' · ';

/** The badges of one document. The first one is shown. */
class TitleBadges {
  readonly #badges = new Set<Badge>();
  /** The badge that the title shows now; empty without one. */
  #currentBadge = '';
  /** The title that this class has set, as the document returns it. Another title was set by the page. */
  #expectedTitle = '';
  /** Set while a badge is shown. */
  #observer: MutationObserver | null = null;

  constructor(private readonly document: Document) {}

  /** @returns unsubscribe function that removes the badge */
  add(text: string): () => void {
    const badge: Badge = { text };
    this.#badges.add(badge);
    this.#update();
    return () => {
      if (this.#badges.delete(badge)) this.#update();
    };
  }

  /** Writes the title: the badge, if there is one, and the page's own title. */
  #update(): void {
    const { title } = this.document;
    const pageTitle = this.#withoutBadge(title);
    this.#currentBadge = [...this.#badges][0]?.text ?? '';
    const nextTitle = [this.#currentBadge, pageTitle].filter(Boolean).join(SEPARATOR);
    if (nextTitle !== title) this.document.title = nextTitle;
    this.#expectedTitle = this.document.title;
    this.#observe(this.#currentBadge !== '');
  }

  /**
   * Returns the page's own title. A page may have copied the badge into a longer title, so all
   * occurrences go.
   */
  #withoutBadge(title: string): string {
    const badge = this.#currentBadge;
    if (badge === '') return title;
    return title === badge ? '' : title.replaceAll(`${badge}${SEPARATOR}`, '');
  }

  /** Observes the title while a badge is shown. The head is observed, because a page may replace the title element. */
  #observe(isActive: boolean): void {
    if (isActive === (this.#observer !== null)) return;
    this.#observer?.disconnect();
    this.#observer = isActive ? new MutationObserver(() => this.#handleMutation()) : null;
    this.#observer?.observe(this.document.head, { childList: true, subtree: true, characterData: true });
  }

  /**
   * Puts the badge before a title that the page has set. The class's own change is recognized by
   * its text.
   */
  #handleMutation(): void {
    if (this.document.title !== this.#expectedTitle) this.#update();
  }
}

/** The badges of each document: elements in an iframe have a title of their own. */
const badgesByDocument = new WeakMap<Document, TitleBadges>();

/**
 * Puts a text before the title of the page, where the browser's tabs show it.
 * @returns unsubscribe function that removes the badge
 */
export function addTitleBadge(document: Document, text: string): () => void {
  const badges = badgesByDocument.get(document) ?? new TitleBadges(document);
  badgesByDocument.set(document, badges);
  return badges.add(text);
}
