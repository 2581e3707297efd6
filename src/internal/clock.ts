/**
 * The clock of the page. The computer's clock can be set at any time, and durations would be wrong or negative. So the
 * times in the state and in all elements are read from a clock that starts with the computer's and then only runs.
 */

/** Milliseconds of the two sources of time. A page may replace either, so both are looked up at each reading. */
export interface TimeSources {
  /** Since 1970. The clock of the computer: somebody may set it. */
  readonly wall: () => number;
  /** Since any moment. It never steps, but in most browsers it stands while the machine sleeps. */
  readonly monotonic: () => number;
}

const browserSources: TimeSources = {
  wall: () => Date.now(),
  // A JavaScript engine outside of a browser may have no `performance`.
  monotonic: () => globalThis.performance?.now() ?? Date.now(),
};

export class Clock {
  /** What has to be added to the monotonic time. */
  #offset: number;
  /** The least lead of the wall clock over the monotonic time since the last {@link addSleep}. */
  #lead: number;

  constructor(private readonly sources: TimeSources = browserSources) {
    this.#offset = this.#lead = sources.wall() - sources.monotonic();
  }

  /** Milliseconds since 1970, whole. It never goes back. */
  readonly now = (): number => {
    this.#readLead();
    return Math.round(this.sources.monotonic() + this.#offset);
  };

  /**
   * By how many milliseconds the wall clock has run ahead. The machine has slept, or its clock was set forward: nothing
   * in a browser tells which.
   */
  get gained(): number {
    return this.#readLead() - this.#lead;
  }

  /** The time if the machine has slept whenever the wall clock has run ahead. */
  readonly nowWithSleep = (): number => this.now() + this.gained;

  /** Adds time that the machine has slept, where another clock proves it. */
  addSleep(ms: number): void {
    this.#offset += ms;
    this.#lead += ms;
  }

  #readLead(): number {
    const { wall, monotonic } = this.sources;
    const lead = wall() - monotonic();
    this.#lead = Math.min(this.#lead, lead);
    return lead;
  }
}

/** The clock that all sessions and elements of the page read. */
export const pageClock = new Clock();

/** Milliseconds since 1970 by the clock of the page. */
export const { now } = pageClock;
