/**
 * Growing pauses between attempts at something that fails. The jitter keeps the phones of a whole
 * call centre from asking a server at the same moment when it comes back.
 * Used for tokens. The platform's status has pauses of its own (`session/connection-monitor.ts`),
 * which begin with the SDK's attempts.
 */
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 60_000;

/** Counts attempts, and says how long to wait before the next one. */
export class Backoff {
  #pauses = 0;

  /** Milliseconds before the next attempt: 1, 2, 4 … 60 seconds, of which up to a half is left out at random. */
  next(): number {
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** this.#pauses, MAX_PAUSE_MS);
    this.#pauses += 1;
    return longest * (1 - Math.random() / 2);
  }

  /** After a success: the next pause is the first again. */
  reset(): void {
    this.#pauses = 0;
  }
}

/** Resolves after a time, when the browser is back online, or when the signal aborts. */
export function waitToRetry(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    globalThis.addEventListener?.('online', end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
