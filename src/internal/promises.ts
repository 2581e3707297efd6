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

/** Hears what a foreign function gives back: a promise of it that fails would be an error that nobody handles. */
export function onRejected(returned: unknown, told: (cause: unknown) => void): void {
  if (typeof returned === 'object' && returned !== null && 'then' in returned) Promise.resolve(returned).catch(told);
}

/**
 * The promise, unless the signal ends it before: then its reason. What is waited for hears the same signal, and may
 * say better why it has failed: it gets a turn to do so.
 */
export async function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = withResolvers<never>();
  const abort = (): void => {
    const reason = signal.reason instanceof Error ? signal.reason : new Error('aborted');
    setTimeout(() => reject(reason));
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const value = await Promise.race([promise, aborted]);
    signal.throwIfAborted(); // the promise was just quicker than the turn
    return value;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
