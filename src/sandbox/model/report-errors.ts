/**
 * Calls into the page. A listener that throws must neither stop the call centre nor keep the other
 * listeners from their message; the error still has to reach the console and the handlers of the
 * page.
 */

/**
 * Runs a callback of the page. An error that it throws is reported as uncaught, and not passed on.
 */
export function reportErrors(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    // Node.js has no `reportError`, and tests of a page may run the sandbox there.
    if (typeof reportError === 'function') reportError(error);
    else console.error(error);
  }
}
