interface Timer {
  readonly id: number;
  readonly at: number;
  readonly run: () => void;
}

/** Shorter waits are left to the browser: turns of the event loop, the sandbox's answers. */
const SHORT = 50;
/** Far from the browser's own ids. */
const FIRST = 1e9;

/** Time for tests: what waits longer than a moment waits until the test says that it has passed. */
export class Time {
  readonly #setTimeout = globalThis.setTimeout;
  readonly #clearTimeout = globalThis.clearTimeout;
  readonly #timers = new Map<number, Timer>();
  #now = 0;
  #next = FIRST;

  /** @param shortest milliseconds; shorter waits are left to the browser */
  constructor(shortest = SHORT) {
    const set = (run: () => void, ms = 0): number => {
      if (ms < shortest) return this.#setTimeout.call(window, run, ms) as unknown as number;
      const id = (this.#next += 1);
      this.#timers.set(id, { id, at: this.#now + ms, run });
      return id;
    };
    const clear = (id?: number): void => {
      if (id === undefined || !this.#timers.delete(id)) this.#clearTimeout.call(window, id);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }

  /** How many milliseconds have passed. */
  get now(): number {
    return this.#now;
  }

  /** How many waits are under way. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets so many milliseconds pass: what is due runs in its order, with turns of the event loop between. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await this.#turn();
      const [due] = [...this.#timers.values()].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!due) break;
      this.#timers.delete(due.id);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }

  /** Real time again. */
  restore(): void {
    Object.assign(globalThis, { setTimeout: this.#setTimeout, clearTimeout: this.#clearTimeout });
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => this.#setTimeout.call(window, resolve, 0));
  }
}
