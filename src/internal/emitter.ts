/**
 * A list of listeners, used wherever an object reports its changes without a DOM event.
 */
import { reportErrors } from './report-errors.js';

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
      reportErrors(() => subscription.listener(...args));
    }
  }
}
