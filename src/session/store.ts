/**
 * The state of one session and its listeners.
 */
import { Emitter } from '../internal/index.js';
import { reduce, type Action, type AgentState } from '../state/index.js';
import type { StateChangeCause } from './session-events.js';

/** @param previous the same object as `state` after `notify()` */
type StoreListener = (state: AgentState, previous: AgentState, cause: StateChangeCause) => void;

export class Store {
  #state: AgentState;
  readonly #changes = new Emitter<Parameters<StoreListener>>();

  constructor(initial: AgentState) {
    this.#state = initial;
  }

  get state(): AgentState {
    return this.#state;
  }

  /**
   * Calls the listener after each change, in the order of subscription, with the state of that change, even where an
   * earlier listener has changed it again.
   * @returns the unsubscribe function
   */
  subscribe(listener: StoreListener): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Reduces an action. The listeners are called before it returns, and only if the state has changed. */
  dispatch(action: Action, cause: StateChangeCause): void {
    const previous = this.#state;
    const state = reduce(previous, action);
    if (state === previous) return;
    this.#state = state;
    this.#changes.emit(state, previous, cause);
  }

  /** Calls the listeners without a change of the state: a draft that belongs to it has changed. */
  notify(): void {
    this.#changes.emit(this.#state, this.#state, null);
  }
}
