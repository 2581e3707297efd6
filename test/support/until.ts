/** The one way in which a browser test waits for something that no promise or event announces. */

/** Seconds after which a condition counts as one that never comes true. No honest run takes so long. */
const LIMIT = 120;
/** Milliseconds between two looks. */
const PAUSE = 10;
/** The browser's own timer, also while a test holds the clock. */
const { setTimeout: later } = globalThis;

/** Resolves after a moment of real time. */
const moment = (): Promise<void> => new Promise((resolve) => void later(resolve, PAUSE));

/**
 * Waits until a probe gives something truthy, and resolves with that.
 * @param what names the condition in the error
 * @throws an Error if the condition has not come true within two minutes
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  what: string | (() => string) = 'it',
): Promise<NonNullable<T>> {
  const end = performance.now() + LIMIT * 1000;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (performance.now() > end) throw new Error(`${typeof what === 'string' ? what : what()} did not happen`);
    await moment();
  }
}

/**
 * Waits until a probe has been true so many times in a row. Looks are counted, not milliseconds: on a slow machine
 * this takes longer, and proves as much.
 */
export async function steadily(probe: () => boolean, what?: string | (() => string), times = 40): Promise<void> {
  let row = 0;
  await until(() => {
    row = probe() ? row + 1 : 0;
    return row >= times;
  }, what);
}
