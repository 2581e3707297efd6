import { Clock } from '../../src/internal/index.js';

/** The moment at which a manual time begins: 14 November 2023. */
const START = 1_700_000_000_000;

/** A clock of the kit whose sources the test moves. */
export class ManualTime {
  #wall = START;
  #monotonic = 0;
  readonly clock = new Clock({ wall: () => this.#wall, monotonic: () => this.#monotonic });

  /** Lets time pass. */
  pass(ms: number): void {
    this.#wall += ms;
    this.#monotonic += ms;
  }

  /** Sets the computer's clock forward, or back by a negative value. */
  set(ms: number): void {
    this.#wall += ms;
  }

  /** The machine sleeps: the monotonic time stands, as in most browsers. */
  sleep(ms: number): void {
    this.#wall += ms;
  }
}
