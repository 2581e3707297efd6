/** What browsers count as the person's leave to play sound; `click` is there for assistive technology. */
const GESTURES = ['pointerdown', 'pointerup', 'keydown', 'click'] as const;

/**
 * Tries something that browsers refuse until the person has touched the page. When it is refused, says so once and
 * tries again on every gesture until it succeeds.
 */
export function tryNowOrOnGesture(
  attempt: () => Promise<void>,
  refused: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const listening = new AbortController();
  const stop = () => listening.abort();
  signal.addEventListener('abort', stop, { once: true });
  const retry = () => {
    attempt().then(stop, () => {
      // Refused again: the person was told, and the next gesture is another chance.
    });
  };
  attempt().catch((error: unknown) => {
    if (signal.aborted) return;
    refused(error);
    for (const type of GESTURES) window.addEventListener(type, retry, { capture: true, signal: listening.signal });
  });
}
