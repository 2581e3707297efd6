/** What a page's callback or listener throws is the page's: told as an uncaught error, and the call centre goes on. */
export function reportErrors(fn: () => void): void {
  try {
    fn();
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else console.error(error);
  }
}
