/** The parts of the state that an element renders. */
import type { ReactiveElement } from 'lit';
import type { AgentState } from '../../state/index.js';

/** One value of the state, computed again after each change. */
class StateSelector<T> {
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

  /** Computes the value of a new state. @returns whether it has changed */
  update(state: AgentState): boolean {
    const value = this.selector(state);
    if (this.equal(value, this.#value)) return false;
    this.#value = value;
    return true;
  }
}

/**
 * The selectors of one element. The element renders again when a value of one of them has changed.
 */
export class StateSelectors {
  readonly #selectors: { update(state: AgentState): boolean }[] = [];

  constructor(private readonly host: Pick<ReactiveElement, 'requestUpdate'>) {}

  /** Adds a selector. @param state the state of its first value */
  add<T>(selector: (state: AgentState) => T, equal: (a: T, b: T) => boolean, state: AgentState): { readonly value: T } {
    const stateSelector = new StateSelector(selector, equal, state);
    this.#selectors.push(stateSelector);
    return stateSelector;
  }

  /** Computes every value anew; the listener of the agent's state. */
  readonly update = (state: AgentState): void => {
    let changed = false;
    for (const selector of this.#selectors) changed = selector.update(state) || changed;
    if (changed) this.host.requestUpdate();
  };
}

/**
 * Compares two plain objects field by field, for selectors that pick several fields into a new
 * object.
 */
export function shallowEqual<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
