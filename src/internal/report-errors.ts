/**
 * The way in which code of the page runs: callbacks of commands, listeners and subscribers. An
 * error that one of them throws is the page's own, so it reaches `window.onerror` like any other
 * uncaught error, and the kit goes on.
 */

/** Runs a callback of the page, and reports the error that it throws instead of passing it on. */
export function reportErrors(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else throwLater(error);
  }
}

/** Node has no `reportError`. */
function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
