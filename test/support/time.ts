import { onCleanup } from './cleanup.js';

interface Timer {
  readonly id: number;
  readonly at: number;
  readonly run: () => void;
}

/** Milliseconds. Shorter waits are left to the browser: turns of the event loop, the sandbox's answers. */
const SHORTEST_MS = 50;
/** The first id of a fake timer, far from the browser's own ids. */
const FIRST_ID = 1e9;

/** A clock that the test moves: longer waits end when the test says that the time has passed. It ends with the test. */
export class Time {
  readonly #setTimeout = globalThis.setTimeout;
  readonly #clearTimeout = globalThis.clearTimeout;
  readonly #timers = new Map<number, Timer>();
  #now = 0;
  #installed = true;
  #next = FIRST_ID;

  /** @param shortest milliseconds; shorter waits are left to the browser */
  constructor(shortest = SHORTEST_MS) {
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
    onCleanup(() => this.restore());
  }

  /** Milliseconds that have passed. */
  get now(): number {
    return this.#now;
  }

  /** The number of timers that have not run. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets milliseconds pass: due timers run in their order, with a turn of the event loop before each. */
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

  /** Gives the browser its own timers back. A second call does nothing. */
  restore(): void {
    if (!this.#installed) return;
    this.#installed = false;
    Object.assign(globalThis, { setTimeout: this.#setTimeout, clearTimeout: this.#clearTimeout });
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => this.#setTimeout.call(window, resolve, 0));
  }
}
