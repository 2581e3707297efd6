import type { AgentState } from '../../state/index.js';

/** A part of the state that an element draws. */
export class StateSelector<T> {
  #value: T;

  constructor(
    private readonly selector: (state: AgentState) => T,
    private readonly equal: (a: T, b: T) => boolean,
    state: AgentState,
  ) {
    this.#value = selector(state);
  }

  get value(): T {
    return this.#value;
  }

  /** @returns whether it has changed */
  update(state: AgentState): boolean {
    const value = this.selector(state);
    if (this.equal(value, this.#value)) return false;
    this.#value = value;
    return true;
  }
}

/** Equal for plain records of one level: a slice of several fields may be made anew each time. */
export function shallowEqual<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
