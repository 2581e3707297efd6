import type { CommandName, SdkMessage } from '../sdk/index.js';
import { facts, initialState, reduce, type Action, type AgentState } from '../state/index.js';
import { Drafts } from './drafts.js';
import type { KitEventDetails } from './types.js';

export type StateListener = (state: AgentState, previous: AgentState) => void;

/** What changed the state. */
export type Cause = SdkMessage | CommandName | null;

/** The state of one session, those who watch it, and the events that go out when it changes. */
export class Store {
  readonly drafts = new Drafts();
  #state: AgentState = initialState(Date.now());
  readonly #listeners = new Set<StateListener>();
  readonly #queue: (() => void)[] = [];
  #draining = false;

  constructor(readonly target: EventTarget) {}

  get state(): AgentState {
    return this.#state;
  }

  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One thing after the other: what happens while events are being sent out waits for its turn. */
  enqueue(task: () => void): void {
    this.#queue.push(task);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) next();
    } finally {
      this.#draining = false;
    }
  }

  apply(action: Action, cause: Cause): void {
    const previous = this.#state;
    this.change(action);
    this.announce(previous, cause);
  }

  /** Changes the state and tells those who watch it. Nobody outside has heard of it yet. */
  change(action: Action): void {
    const previous = this.#state;
    const state = reduce(previous, action);
    if (state === previous) return;
    this.#state = state;
    if (state.call && state.call.id !== previous.call?.id && state.call.serial === previous.call?.serial) {
      this.drafts.rename(previous.call.id, state.call.id);
    }
    for (const listener of [...this.#listeners]) listener(state, previous);
  }

  /** Sends out what is new since `previous`. */
  announce(previous: AgentState, cause: Cause): void {
    const state = this.#state;
    if (state === previous) return;
    if (state.phase !== previous.phase) {
      this.emit('sobot-phase-change', { phase: state.phase, previous: previous.phase });
    }
    this.emit('sobot-state-change', { state, previous, cause });
    const { calls, wrappedUp } = facts(previous, state);
    for (const [name, summary] of calls) this.emit(name, summary);
    if (wrappedUp) this.emit('sobot-wrap-up-done', { call: wrappedUp, ...this.drafts.take(wrappedUp.id) });
  }

  /** @returns false if a listener prevented it */
  emit<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N], cancelable = false): boolean {
    return this.target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }
}
