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
