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

/** The number of times within {@link ROUNDS_PERIOD_MS} that the badge is put before a title which the page has set. */
const MAX_ROUNDS = 5;
const ROUNDS_PERIOD_MS = 1000;

/** The badges of one document. The first one is shown. */
class TitleBadges {
  readonly #badges = new Set<Badge>();
  /** All texts so far. A page that saves its title during a call may write it back, with the badge, after the call. */
  readonly #texts = new Set<string>();
  /** The title that this class has set, as the document returns it. Another title was set by the page. */
  #expectedTitle = '';
  readonly #observer = new MutationObserver(() => this.#handleMutation());
  #rounds = 0;
  /** The start of the period in which the rounds are counted, by `performance.now()`. */
  #roundsSince = 0;

  constructor(private readonly document: Document) {}

  /** @returns unsubscribe function that removes the badge */
  add(text: string): () => void {
    const badge: Badge = { text };
    this.#badges.add(badge);
    this.#texts.add(text);
    this.#update();
    // The head is observed, because a page may replace the title element.
    this.#observer.observe(this.document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      if (this.#badges.delete(badge)) this.#update();
    };
  }

  /** Writes the title: the badge, if there is one, and the page's own title. */
  #update(): void {
    const { title } = this.document;
    const [badge] = this.#badges;
    const nextTitle = [badge?.text, this.#withoutBadges(title)].filter(Boolean).join(SEPARATOR);
    if (nextTitle !== title) this.document.title = nextTitle;
    this.#expectedTitle = this.document.title;
  }

  /**
   * Returns the page's own title. A page may have copied the badge into a longer title, so all
   * occurrences go.
   */
  #withoutBadges(title: string): string {
    let pageTitle = title;
    for (const text of this.#texts)
      pageTitle = pageTitle === text ? '' : pageTitle.replaceAll(`${text}${SEPARATOR}`, '');
    return pageTitle;
  }

  /**
   * Updates a title that the page has set. The class's own change is recognized by its text. A page that sets its title
   * back at once, again and again, wins: two writers that answer each other would freeze it.
   */
  #handleMutation(): void {
    if (this.document.title === this.#expectedTitle) return;
    const now = performance.now();
    if (now - this.#roundsSince > ROUNDS_PERIOD_MS) {
      this.#roundsSince = now;
      this.#rounds = 0;
    }
    this.#rounds += 1;
    if (this.#rounds <= MAX_ROUNDS) this.#update();
    else this.#observer.disconnect(); // until the next badge
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
