/**
 * Promises beyond the language: a promise with its functions, one that ends with an abort signal,
 * and rejections that are caught where there may be none.
 */

/** `Promise.withResolvers`, which browsers of 2023 don't have yet. */
export function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/**
 * Handles the rejection of a promise that foreign code may have returned; without a handler it would be an unhandled
 * rejection of the page.
 */
export function catchRejection(returned: unknown, onRejected: (cause: unknown) => void): void {
  if (typeof returned === 'object' && returned !== null && 'then' in returned) {
    Promise.resolve(returned).catch(onRejected);
  }
}

/**
 * Returns the promise's result, unless the signal aborts before: then it rejects with the signal's reason. The task
 * behind the promise usually gets the same signal and may reject with a better reason, so it gets one turn to do that.
 */
export async function raceAbort<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = withResolvers<never>();
  const abort = (): void => {
    const reason = signal.reason instanceof Error ? signal.reason : new Error('aborted');
    setTimeout(() => reject(reason));
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const value = await Promise.race([promise, aborted]);
    signal.throwIfAborted(); // the promise may have won by less than that turn
    return value;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
