/**
 * The numbers that were called last, as a shortcut to call them again. Apart from the call history,
 * because they belong to an agent element and are never stored: numbers are personal data.
 */

import { sameNumber } from '../internal/index.js';

/**
 * Keeps a few numbers for each owner, such as an agent element. They are in memory only and end
 * with the owner.
 */
export class RecentNumbers {
  readonly #numbersByOwner = new WeakMap<object, readonly string[]>();

  constructor(private readonly maxNumbers: number) {}

  /** Returns the numbers of an owner, newest first; none without an owner. */
  of(owner: object | null): readonly string[] {
    return (owner && this.#numbersByOwner.get(owner)) ?? [];
  }

  /** Puts a number first. The oldest number is dropped where there are too many. */
  add(owner: object, number: string): void {
    const others = this.of(owner).filter((each) => !sameNumber(each, number));
    this.#numbersByOwner.set(owner, [number, ...others].slice(0, this.maxNumbers));
  }
}
