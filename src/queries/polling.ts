/**
 * Repeated queries, for figures that are visible. Many agents have the page open all day, so a
 * query stops while the page or the element is hidden, and slows down while the platform fails.
 */
import type { ReactiveControllerHost } from 'lit';
import { now } from '../internal/index.js';
import type { AgentSession } from '../session/index.js';
import { Query, type QueryResult, type SharedQuery } from './query-cache.js';

/**
 * The longest delay between two attempts after failures, in milliseconds. A longer interval of the
 * page stays as it is.
 */
const MAX_RETRY_DELAY_MS = 300_000;
/** The shortest interval in milliseconds, so that a wrong attribute doesn't flood the platform. */
const MIN_INTERVAL_MS = 100;

/** Repeats one query at the shortest interval of its consumers, with one request at a time. */
class Poller {
  /** The interval of each consumer, in milliseconds. */
  readonly #intervals = new Map<object, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly queryResult: QueryResult<unknown>) {}

  /**
   * Sets or changes the interval of a consumer.
   * @param interval milliseconds; 0 removes the consumer
   */
  setInterval(consumer: object, interval: number): void {
    if ((this.#intervals.get(consumer) ?? 0) === interval) return;
    if (interval > 0) this.#intervals.set(consumer, interval);
    else this.#intervals.delete(consumer);
    if (this.#intervals.size > 0) this.#unsubscribe ??= this.queryResult.subscribe(() => this.#schedule());
    else this.#unsubscribe = void this.#unsubscribe?.();
    this.#schedule(0);
  }

  /**
   * Schedules the next attempt, counted from the last one. Each failure doubles the delay. A new
   * consumer passes 0, because an agent who opens a panel expects figures now.
   */
  #schedule(failures = this.queryResult.failures): void {
    clearTimeout(this.#timer);
    if (this.#intervals.size === 0 || this.queryResult.isFetching) return;
    const interval = Math.min(...this.#intervals.values());
    const delay = Math.min(interval * 2 ** failures, Math.max(interval, MAX_RETRY_DELAY_MS));
    const elapsed = now() - this.queryResult.lastAttemptAt;
    this.#timer = setTimeout(this.#poll, Math.max(0, Math.min(delay, delay - elapsed)));
  }

  /**
   * Sends the query, unless it makes no sense now or one is pending. Its answer schedules the next
   * attempt.
   */
  readonly #poll = (): void => {
    if (this.queryResult.isEnabled && !this.queryResult.isFetching) void this.queryResult.refetch();
  };
}

/** One poller for each cached query, so that all elements share it. */
const pollers = new WeakMap<QueryResult<unknown>, Poller>();

function pollerFor(queryResult: QueryResult<unknown>): Poller {
  const poller = pollers.get(queryResult) ?? new Poller(queryResult);
  pollers.set(queryResult, poller);
  return poller;
}

/**
 * A query that is sent again while its result is visible: the page isn't hidden, and the element is
 * within the window. A result that became old meanwhile is renewed at once when it is visible
 * again. Elements of one session with the same query share one poller, at the shortest interval of
 * the visible ones.
 */
export class PolledQuery<R> extends Query<R> {
  #poller: Poller | null = null;
  #observer: IntersectionObserver | undefined;
  /** The document whose visibility is observed. An element may move into another one. */
  #document: Document | undefined;
  /** Whether the element is within the window; true until the observer reports. */
  #isInViewport = true;

  /** @param seconds returns the seconds between two results; 0: the query is sent once */
  constructor(
    private readonly element: ReactiveControllerHost & Element,
    sharedQuery: SharedQuery<R>,
    session: () => AgentSession | null | undefined,
    private readonly seconds: () => number,
    key?: () => string,
  ) {
    super(element, sharedQuery, session, key);
  }

  /** The time of the result, in milliseconds since 1970; 0 where there is none. */
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

  /**
   * Passes the current interval to the poller. A hidden element needs none, and leaves the poller
   * to others.
   */
  readonly #updatePolling = (): void => {
    const poller = this.queryResult && pollerFor(this.queryResult);
    if (poller !== this.#poller) this.#poller?.setInterval(this, 0);
    this.#poller = poller;
    const seconds = this.#isInViewport && !this.#document?.hidden ? this.seconds() : 0;
    poller?.setInterval(this, seconds > 0 ? Math.max(MIN_INTERVAL_MS, seconds * 1000) : 0);
  };
}
