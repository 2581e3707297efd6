/**
 * A list of listeners, used wherever an object reports its changes without a DOM event.
 */

/**
 * Reports an error that page code threw as an uncaught error: it reaches `window.onerror` and the console, and the
 * caller goes on. Node has no `reportError`.
 */
export function reportUncaught(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Calls its listeners one after the other. The error of one is reported and keeps no other from being called. */
export class Emitter<Args extends readonly unknown[] = []> {
  /** One object per subscription, so that a function may be subscribed twice. */
  readonly #subscriptions = new Set<{ readonly listener: (...args: Args) => void }>();

  /** The number of subscriptions. */
  get size(): number {
    return this.#subscriptions.size;
  }

  /** @returns the unsubscribe function */
  subscribe(listener: (...args: Args) => void): () => void {
    const subscription = { listener };
    this.#subscriptions.add(subscription);
    return () => void this.#subscriptions.delete(subscription);
  }

  /**
   * Calls every listener that is subscribed now. One that is unsubscribed meanwhile is skipped; one that is subscribed
   * meanwhile waits for the next time.
   */
  emit(...args: Args): void {
    for (const subscription of [...this.#subscriptions]) {
      if (!this.#subscriptions.has(subscription)) continue;
      try {
        subscription.listener(...args);
      } catch (error) {
        reportUncaught(error);
      }
    }
  }
}
