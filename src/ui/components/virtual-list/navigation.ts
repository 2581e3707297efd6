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
