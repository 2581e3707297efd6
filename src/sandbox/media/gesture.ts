/** Attempts that browsers allow only after a gesture of the user. */

/** Events that browsers accept as a gesture. `click` covers assistive technology. */
const GESTURES = ['pointerdown', 'pointerup', 'keydown', 'click'] as const;

/**
 * Tries something that browsers refuse before a gesture. When it is refused, calls `refused` once, and tries again on
 * every gesture until it succeeds.
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
      // Refused again: that was reported before, and the next gesture is another attempt.
    });
  };
  attempt().catch((error: unknown) => {
    if (signal.aborted) return;
    refused(error);
    for (const type of GESTURES) window.addEventListener(type, retry, { capture: true, signal: listening.signal });
  });
}
