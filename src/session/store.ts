import type { CommandName, SdkMessage } from '../sdk/index.js';
import {
  callAwaitingWrapUp,
  deriveEvents,
  initialState,
  reduce,
  type Action,
  type AgentState,
  type CallSummary,
} from '../state/index.js';
import { Drafts } from './persistence/drafts.js';
import { journalOf, type Journal } from './event-log/event-log.js';
import { LastCall } from './persistence/last-call.js';
import type { KitEventDetails } from './session-events.js';

export type StateListener = (state: AgentState, previous: AgentState) => void;

/** What changed the state. */
export type Cause = SdkMessage | CommandName | null;

/** Runs what others wrote: an error of theirs is reported as every error of a listener is, and stops nobody else. */
function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** The state of one session, those who watch it, and the events that go out when it changes. */
export class Store {
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly #lastCall: LastCall;
  /** What the page before this one was left in the middle of, and whether that was the call itself. */
  #left: { call: CallSummary; running: boolean } | null = null;
  #state: AgentState;
  readonly #listeners = new Set<StateListener>();
  readonly #tasks: (() => void)[] = [];
  readonly #announcements: (() => void)[] = [];
  #draining = false;

  /** @param agent whose calls these are */
  constructor(
    readonly target: EventTarget,
    agent: string,
  ) {
    this.journal = journalOf(target);
    this.#lastCall = new LastCall(agent, target);
    this.drafts = new Drafts(agent);
    const now = Date.now();
    const left = this.#lastCall.recall();
    const running = left?.endedAt === null;
    const lastCall = running ? Object.freeze({ ...left, endedAt: now }) : left;
    if (lastCall && !this.#lastCall.isElsewhere) this.#left = { call: lastCall, running };
    this.#state = Object.freeze({ ...initialState(now), lastCall });
  }

  get state(): AgentState {
    return this.#state;
  }

  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One thing after the other: what happens while events are being sent out waits for its turn. */
  enqueue(task: () => void): void {
    this.#tasks.push(task);
    this.#drain();
  }

  /** Changes the state at once, and sends out what is new when it is its turn. */
  apply(action: Action, cause: Cause): void {
    this.change(action, cause);
    this.#drain();
  }

  /** Changes the state and tells those who watch it. The DOM events follow when the running task is done. */
  change(action: Action, cause: Cause): void {
    const previous = this.#state;
    const state = reduce(previous, action);
    if (state === previous) return;
    this.#state = state;
    this.#renameDraft(state, previous);
    const working = state.call !== previous.call || state.wrapUp !== previous.wrapUp;
    if (working) this.#lastCall.remember(callAwaitingWrapUp(state));
    this.#announcements.push(() => this.#announce(state, previous, cause));
    if (working || state.presence !== previous.presence) this.#resume(state);
    this.tell(previous);
  }

  /** Tells those who watch: the state has changed, or what belongs to it. */
  tell(previous = this.#state): void {
    const state = this.#state;
    for (const listener of [...this.#listeners]) guarded(() => listener(state, previous));
  }

  #drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    const next = (): (() => void) | undefined => this.#announcements.shift() ?? this.#tasks.shift();
    for (let step = next(); step; step = next()) guarded(step);
    this.#draining = false;
  }

  /** A local id becomes the vendor's, perhaps only with the message that ends the call. */
  #renameDraft({ call, lastCall }: AgentState, previous: AgentState): void {
    const before = previous.call;
    if (!before) return;
    const now = call?.sequence === before.sequence ? call : lastCall;
    if (now && now.id !== before.id) this.drafts.rename(before.id, now.id);
  }

  /** The first word of the platform tells whether what the page was left in the middle of still goes on. */
  #resume(state: AgentState): void {
    const left = this.#left;
    this.#left = null;
    if (!left || state.call?.id === left.call.id || state.call?.originalCall?.id === left.call.id) return;
    this.#announcements.push(() => {
      if (left.running) this.emit('sobot-call-ended', left.call);
      if (state.wrapUp?.callId !== left.call.id) this.#finish(left.call);
    });
  }

  #finish(call: CallSummary): void {
    this.#lastCall.remember(callAwaitingWrapUp(this.#state));
    this.emit('sobot-wrap-up-done', { call, ...this.drafts.take(call.id) });
  }

  #announce(state: AgentState, previous: AgentState, cause: Cause): void {
    if (state.phase !== previous.phase) {
      this.emit('sobot-phase-change', { phase: state.phase, previous: previous.phase });
    }
    if (state.connection !== previous.connection) this.journal.connection(state.connection);
    this.emit('sobot-state-change', { state, previous, cause });
    const { calls, wrapUpsDone } = deriveEvents(previous, state);
    for (const [name, summary] of calls) this.emit(name, summary);
    for (const call of wrapUpsDone) this.#finish(call);
  }

  emit<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): void {
    this.target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** @returns false if a listener prevented it */
  ask<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): boolean {
    return this.target.dispatchEvent(
      new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}
