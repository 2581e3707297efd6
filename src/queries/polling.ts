import type { ReactiveControllerHost } from 'lit';
import type { AgentSession } from '../session/index.js';
import { Query, type Answer, type SharedQuery } from './query-cache.js';

/** Milliseconds between two tries, however often they have failed. */
const LONGEST = 300_000;
/** Milliseconds between two answers, however little is wanted. */
const SHORTEST = 100;

/** Asks again and again for one answer, as often as the most impatient of those who want it; one request at a time. */
class Poller {
  readonly #wants = new Map<object, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(private readonly answer: Answer<unknown>) {}

  /** @param interval milliseconds; 0: not any more */
  want(who: object, interval: number): void {
    if ((this.#wants.get(who) ?? 0) === interval) return;
    if (interval > 0) this.#wants.set(who, interval);
    else this.#wants.delete(who);
    if (this.#wants.size > 0) this.#stop ??= this.answer.watch(() => this.#plan());
    else this.#stop = void this.#stop?.();
    this.#plan(0);
  }

  /** Each failure doubles the wait; who has just begun to look doesn't wait for that. */
  #plan(failures = this.answer.failures): void {
    clearTimeout(this.#timer);
    if (this.#wants.size === 0 || this.answer.asking) return;
    const interval = Math.min(...this.#wants.values());
    const wait = Math.min(interval * 2 ** failures, Math.max(interval, LONGEST));
    const passed = Date.now() - this.answer.triedAt;
    this.#timer = setTimeout(this.#ask, Math.max(0, Math.min(wait, wait - passed)));
  }

  readonly #ask = (): void => {
    if (this.answer.isDue && !this.answer.asking) void this.answer.ask();
  };
}

const pollers = new WeakMap<Answer<unknown>, Poller>();

function pollerOf(answer: Answer<unknown>): Poller {
  const poller = pollers.get(answer) ?? new Poller(answer);
  pollers.set(answer, poller);
  return poller;
}

/**
 * A query that is asked again while somebody can see its answer: the page isn't hidden, and the element is within the
 * window. What has become old meanwhile is asked at once when it is seen again. Elements of one session that ask the
 * same share one poll, at the shortest interval of those that are seen.
 */
export class Poll<R> extends Query<R> {
  #poller: Poller | null = null;
  #observer: IntersectionObserver | undefined;
  #page: Document | undefined;
  #isWithin = true;

  /** @param seconds between two answers; 0: asked once only */
  constructor(
    private readonly element: ReactiveControllerHost & Element,
    shared: SharedQuery<R>,
    session: () => AgentSession | null | undefined,
    private readonly seconds: () => number,
    about?: () => string,
  ) {
    super(element, shared, session, about);
  }

  /** When the result came, in milliseconds since 1970; 0: never. */
  get at(): number {
    return this.answer?.at ?? 0;
  }

  hostConnected(): void {
    this.#isWithin = true;
    this.#observer ??= new IntersectionObserver((entries) => {
      this.#isWithin = entries.at(-1)?.isIntersecting ?? true;
      this.#look();
    });
    this.#observer.observe(this.element);
    this.#page = this.element.ownerDocument;
    this.#page.addEventListener('visibilitychange', this.#look);
  }

  override hostUpdate(): void {
    super.hostUpdate();
    this.#look();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#observer?.disconnect();
    this.#page?.removeEventListener('visibilitychange', this.#look);
    this.#look();
  }

  readonly #look = (): void => {
    const poller = this.answer && pollerOf(this.answer);
    if (poller !== this.#poller) this.#poller?.want(this, 0);
    this.#poller = poller;
    const seconds = this.#isWithin && !this.#page?.hidden ? this.seconds() : 0;
    poller?.want(this, seconds > 0 ? Math.max(SHORTEST, seconds * 1000) : 0);
  };
}
