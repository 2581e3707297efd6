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
