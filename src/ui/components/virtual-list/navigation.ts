/**
 * The arithmetic of a virtual list: the row that a key leads to, and the rows that are visible.
 * Apart from the list, because it needs no document.
 */

/**
 * Returns the row that a key leads to; null for a key that doesn't move. The row may be beyond the
 * ends.
 * @param page the rows of a page
 */
export function targetIndex(key: string, from: number, page: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + Math.max(1, page);
    case 'PageUp':
      return from - Math.max(1, page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The pause after which a letter begins a new word, in milliseconds. */
const TYPEAHEAD_TIMEOUT_MS = 700;

/**
 * Finds the next row that begins with the typed letters. The same letter again leads to the next
 * such row, as in a native select.
 */
export class Typeahead {
  #prefix = '';
  #lastKeyAt = Number.NEGATIVE_INFINITY;

  /** Whether a word is being typed, so that a space belongs to it. */
  isRunning({ timeStamp }: KeyboardEvent): boolean {
    return this.#prefix !== '' && timeStamp - this.#lastKeyAt < TYPEAHEAD_TIMEOUT_MS;
  }

  /**
   * Adds a letter.
   * @param text returns the text of a row
   * @returns the row, or -1
   */
  find(event: KeyboardEvent, count: number, from: number, text: (index: number) => string): number {
    const letter = event.key.toLocaleLowerCase();
    const isRunning = this.isRunning(event);
    this.#prefix = isRunning && this.#prefix !== letter ? this.#prefix + letter : letter;
    this.#lastKeyAt = event.timeStamp;
    const first = this.#prefix.length > 1 ? from : from + 1;
    for (let step = 0; step < count; step += 1) {
      const index = (first + step) % count;
      if (text(index).trim().toLocaleLowerCase().startsWith(this.#prefix)) return index;
    }
    return -1;
  }
}

/**
 * Rows before and after the visible ones, so that a small step of the wheel finds them rendered.
 */
const OVERSCAN_ROWS = 3;

/** The rows to render. */
export interface VisibleRange {
  /** The first rendered row. */
  readonly start: number;
  /** The row after the last rendered one. */
  readonly end: number;
  /** The first row that is completely visible. */
  readonly firstVisible: number;
}

/**
 * Returns the rows that a scrolling box shows, and a few more on both sides.
 * @param height of a row, in pixels; all rows have the same
 * @param scrollTop in pixels; it may be beyond the ends while the browser bounces
 * @param boxHeight in pixels
 */
export function visibleRange(count: number, height: number, scrollTop: number, boxHeight: number): VisibleRange {
  const clamp = (row: number): number => Math.max(0, Math.min(count, row));
  return {
    start: clamp(Math.min(count, Math.floor(scrollTop / height)) - OVERSCAN_ROWS),
    end: clamp(Math.ceil((scrollTop + boxHeight) / height) + OVERSCAN_ROWS),
    firstVisible: Math.max(0, Math.min(count - 1, Math.ceil(scrollTop / height))),
  };
}
