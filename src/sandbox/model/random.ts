/**
 * Random numbers of the sandbox. `Math.random` takes no seed, and a failed test is only useful if
 * the same seed gives the same calls again.
 */

/**
 * Generator of reproducible numbers (mulberry32). Not for secrets: the token of the sandbox
 * protects nothing.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 (included) to 1 (excluded). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** Returns one element. The type requires a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.integer(0, list.length - 1)] ?? list[0];
  }

  /** An id of `length` hexadecimal digits. */
  hex(length: number): string {
    return Array.from({ length }, () => this.integer(0, 15).toString(16)).join('');
  }

  /** A string of decimal digits, which may begin with 0 as a phone number does. */
  digits(length: number): string {
    return Array.from({ length }, () => this.integer(0, 9)).join('');
  }
}
