/** Runs a callback or listener of the page. An error that it throws is reported as uncaught, and not passed on. */
export function reportErrors(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else console.error(error);
  }
}
