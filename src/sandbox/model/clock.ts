/**
 * The time of the call centre. Everything that waits uses the clock it is given, so that a test can
 * move the time instead of waiting for wrap-up, token and ring-out.
 */

import { now } from '../../internal/index.js';

/** Cancels a timer or a subscription. Further calls have no effect. */
export type Cancel = () => void;

/** Source of time. The call centre uses no other. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Calls `fn` once, `ms` milliseconds from now. */
  after(ms: number, fn: () => void): Cancel;
}

/** Clock of this machine. */
export const realClock: Clock = {
  now,
  after(ms, fn) {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};

/** A due time in Unix milliseconds, and the function to call then. */
interface Timer {
  readonly at: number;
  readonly fn: () => void;
}

/** Clock that a test moves, so that no test of the call centre has to wait. */
export class ManualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  /** @param now start, Unix milliseconds */
  constructor(now = Date.UTC(2026, 0, 1)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, fn: () => void): Cancel {
    const timer: Timer = { at: this.#now + Math.max(0, ms), fn };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves the time on by `ms` milliseconds and runs the timers that become due, in order, new ones included. */
  advance(ms: number): void {
    const end = this.#now + ms;
    // The time is moved to each timer before it runs: a timer that it sets counts from its own
    // moment.
    for (let timer = this.#due(end); timer; timer = this.#due(end)) {
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      this.#now = timer.at;
      timer.fn();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** The earliest timer up to `end`; of two at the same time the one that was set first. */
  #due(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (timer.at <= end && (!first || timer.at < first.at)) first = timer;
    return first;
  }
}
