/** Where a key leads to in a list; null: it is none of those. May be beyond the ends. @param page rows */
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

/** Milliseconds after which a letter begins a new word. */
const TYPEAHEAD_TIMEOUT_MS = 700;

/** Finds the next row that begins with what is typed; the same letter again goes on to the next one. */
export class Typeahead {
  #prefix = '';
  #lastKeyAt = Number.NEGATIVE_INFINITY;

  /** A word is being typed: a space belongs to it. */
  isRunning({ timeStamp }: KeyboardEvent): boolean {
    return this.#prefix !== '' && timeStamp - this.#lastKeyAt < TYPEAHEAD_TIMEOUT_MS;
  }

  /** @returns the row, or -1 */
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

/** Rows before and after the seen ones, so that a small step of the wheel finds them drawn. */
const OVERSCAN_ROWS = 3;

export interface VisibleRange {
  /** The first row that is drawn. */
  readonly start: number;
  /** After the last one that is drawn. */
  readonly end: number;
  /** The first one that is wholly seen. */
  readonly firstVisible: number;
}

/** Which of equally high rows a box shows, with a few spare ones. All in pixels; the scroll position may overshoot. */
export function visibleRange(count: number, height: number, scrollTop: number, boxHeight: number): VisibleRange {
  const clamp = (row: number): number => Math.max(0, Math.min(count, row));
  return {
    start: clamp(Math.min(count, Math.floor(scrollTop / height)) - OVERSCAN_ROWS),
    end: clamp(Math.ceil((scrollTop + boxHeight) / height) + OVERSCAN_ROWS),
    firstVisible: Math.max(0, Math.min(count - 1, Math.ceil(scrollTop / height))),
  };
}
