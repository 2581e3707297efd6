/** Rows before and after the seen ones, so that a small step of the wheel finds them drawn. */
const SPARE = 3;

export interface Span {
  /** The first row that is drawn. */
  readonly start: number;
  /** After the last one that is drawn. */
  readonly end: number;
  /** The first one that is wholly seen. */
  readonly seen: number;
}

/** Which of equally high rows a box shows, with a few spare ones. All in pixels; the scroll position may overshoot. */
export function windowOf(count: number, height: number, scrollTop: number, boxHeight: number): Span {
  const at = (pixels: number): number => Math.max(0, Math.min(count, pixels));
  return {
    start: at(Math.min(count, Math.floor(scrollTop / height)) - SPARE),
    end: at(Math.ceil((scrollTop + boxHeight) / height) + SPARE),
    seen: Math.max(0, Math.min(count - 1, Math.ceil(scrollTop / height))),
  };
}

/** Milliseconds after which a letter begins a new word. */
const PAUSE = 700;

/** Finds the next row that begins with what is typed; the same letter again goes on to the next one. */
export class Typeahead {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /** A word is being typed: a space belongs to it. */
  isRunning({ timeStamp }: KeyboardEvent): boolean {
    return this.#typed !== '' && timeStamp - this.#at < PAUSE;
  }

  /** @returns the row, or -1 */
  find(event: KeyboardEvent, count: number, from: number, text: (index: number) => string): number {
    const letter = event.key.toLocaleLowerCase();
    const isRunning = this.isRunning(event);
    this.#typed = isRunning && this.#typed !== letter ? this.#typed + letter : letter;
    this.#at = event.timeStamp;
    const first = this.#typed.length > 1 ? from : from + 1;
    for (let step = 0; step < count; step += 1) {
      const index = (first + step) % count;
      if (text(index).trim().toLocaleLowerCase().startsWith(this.#typed)) return index;
    }
    return -1;
  }
}
