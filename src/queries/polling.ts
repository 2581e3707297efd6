import type { ReactiveControllerHost } from 'lit';
import type { AgentSession } from '../session/index.js';
import { Query, type QueryResult, type SharedQuery } from './query-cache.js';

/** Milliseconds between two tries, however often they have failed. */
const MAX_RETRY_DELAY_MS = 300_000;
/** Milliseconds between two answers, however little is wanted. */
const MIN_INTERVAL_MS = 100;

/** Asks again and again for one answer, as often as the most impatient of those who want it; one request at a time. */
class Poller {
  readonly #intervals = new Map<object, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly queryResult: QueryResult<unknown>) {}

  /** @param interval milliseconds; 0: not any more */
  setInterval(consumer: object, interval: number): void {
    if ((this.#intervals.get(consumer) ?? 0) === interval) return;
    if (interval > 0) this.#intervals.set(consumer, interval);
    else this.#intervals.delete(consumer);
    if (this.#intervals.size > 0) this.#unsubscribe ??= this.queryResult.subscribe(() => this.#schedule());
    else this.#unsubscribe = void this.#unsubscribe?.();
    this.#schedule(0);
  }

  /** Each failure doubles the wait; who has just begun to look doesn't wait for that. */
  #schedule(failures = this.queryResult.failures): void {
    clearTimeout(this.#timer);
    if (this.#intervals.size === 0 || this.queryResult.isFetching) return;
    const interval = Math.min(...this.#intervals.values());
    const delay = Math.min(interval * 2 ** failures, Math.max(interval, MAX_RETRY_DELAY_MS));
    const elapsed = Date.now() - this.queryResult.lastAttemptAt;
    this.#timer = setTimeout(this.#poll, Math.max(0, Math.min(delay, delay - elapsed)));
  }

  readonly #poll = (): void => {
    if (this.queryResult.isEnabled && !this.queryResult.isFetching) void this.queryResult.refetch();
  };
}

const pollers = new WeakMap<QueryResult<unknown>, Poller>();

function pollerFor(queryResult: QueryResult<unknown>): Poller {
  const poller = pollers.get(queryResult) ?? new Poller(queryResult);
  pollers.set(queryResult, poller);
  return poller;
}

/**
 * A query that is asked again while somebody can see its answer: the page isn't hidden, and the element is within the
 * window. What has become old meanwhile is asked at once when it is seen again. Elements of one session that ask the
 * same share one poll, at the shortest interval of those that are seen.
 */
export class PolledQuery<R> extends Query<R> {
  #poller: Poller | null = null;
  #observer: IntersectionObserver | undefined;
  #document: Document | undefined;
  #isInViewport = true;

  /** @param seconds between two answers; 0: asked once only */
  constructor(
    private readonly element: ReactiveControllerHost & Element,
    sharedQuery: SharedQuery<R>,
    session: () => AgentSession | null | undefined,
    private readonly seconds: () => number,
    key?: () => string,
  ) {
    super(element, sharedQuery, session, key);
  }

  /** When the result came, in milliseconds since 1970; 0: never. */
  get updatedAt(): number {
    return this.queryResult?.updatedAt ?? 0;
  }

  hostConnected(): void {
    this.#isInViewport = true;
    this.#observer ??= new IntersectionObserver((entries) => {
      this.#isInViewport = entries.at(-1)?.isIntersecting ?? true;
      this.#updatePolling();
    });
    this.#observer.observe(this.element);
    this.#document = this.element.ownerDocument;
    this.#document.addEventListener('visibilitychange', this.#updatePolling);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    this.#updatePolling();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#observer?.disconnect();
    this.#document?.removeEventListener('visibilitychange', this.#updatePolling);
    this.#updatePolling();
  }

  readonly #updatePolling = (): void => {
    const poller = this.queryResult && pollerFor(this.queryResult);
    if (poller !== this.#poller) this.#poller?.setInterval(this, 0);
    this.#poller = poller;
    const seconds = this.#isInViewport && !this.#document?.hidden ? this.seconds() : 0;
    poller?.setInterval(this, seconds > 0 ? Math.max(MIN_INTERVAL_MS, seconds * 1000) : 0);
  };
}
