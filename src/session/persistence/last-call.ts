/**
 * The answered call that an agent is in, or wraps up, over a reload. The platform reports only that there is after-call
 * work, not of which call, and nothing at all of what ended meanwhile. The call lies in the tab's session storage until
 * its wrap-up is done.
 */
import { deepFreeze, isRecord, SafeStorage, str, time } from '../../internal/index.js';
import { callAwaitingWrapUp, legsOf, type AgentState, type CallSummary } from '../../state/index.js';
import type { SessionEnvironment } from '../environment.js';

const KEY_PREFIX = 'sobot-elements.wrap-up.';
const HOUR_MS = 3_600_000;
/** A call without an end may have been running until now; a wrap-up is shorter. */
const MAX_CALL_AGE_MS = 12 * HOUR_MS;
const MAX_WRAP_UP_AGE_MS = HOUR_MS;

/** The sessions of this page, by the agent whose call they have saved. */
const owners = new Map<string, WeakRef<EventTarget>>();

/** The fate of a call during which the previous page was closed. */
export interface InterruptedCall {
  readonly call: CallSummary;
  /** The call has ended in between, and no page has dispatched that yet. */
  readonly hasEnded: boolean;
  /** There is no wrap-up of it any more. */
  readonly isWrappedUp: boolean;
}

function parse(value: unknown, now: number): CallSummary | null {
  if (!isRecord(value) || str(value['id']) === '') return null;
  const endedAt = time(value['endedAt']);
  const age = now - (endedAt ?? time(value['startedAt']) ?? 0);
  const isRecent = age < (endedAt === undefined ? MAX_CALL_AGE_MS : MAX_WRAP_UP_AGE_MS);
  return isRecent ? deepFreeze(value as unknown as CallSummary) : null;
}

export class LastCall {
  /** The call that the page before this one has saved, ended now if it was running; for the first state. */
  readonly restored: CallSummary | null;
  /** Until the platform's first message tells what became of it. */
  #interrupted: { readonly call: CallSummary; readonly wasRunning: boolean } | null = null;
  #latest: CallSummary | null = null;
  #writeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #storage: SafeStorage;

  /** @param target tells the sessions of one page apart */
  constructor(
    private readonly agent: string,
    private readonly target: EventTarget,
    { storage, now }: SessionEnvironment,
  ) {
    this.#storage = new SafeStorage(storage, KEY_PREFIX);
    const saved = parse(this.#storage.get(agent), now());
    const wasRunning = saved?.endedAt === null;
    this.restored = saved && wasRunning ? Object.freeze({ ...saved, endedAt: now() }) : saved;
    if (this.restored && !this.#isOwnedByOther) this.#interrupted = { call: this.restored, wasRunning };
  }

  /** Saves the call that awaits its wrap-up, if it has changed. */
  followState(state: AgentState, previous: AgentState): void {
    if (state.call !== previous.call || state.wrapUp !== previous.wrapUp) this.#save(callAwaitingWrapUp(state));
  }

  /**
   * Returns what became of the call of the page before, once: with the first change that shows it. Null if there was
   * none, if it isn't known yet, or if the call goes on.
   */
  takeInterrupted(state: AgentState, previous: AgentState): InterruptedCall | null {
    const isUnchanged =
      state.call === previous.call && state.wrapUp === previous.wrapUp && state.presence === previous.presence;
    if (isUnchanged || !this.#interrupted) return null;
    const { call, wasRunning } = this.#interrupted;
    this.#interrupted = null;
    if (legsOf(state).some(({ id, originalCall }) => id === call.id || originalCall?.id === call.id)) return null;
    const isWrappedUp = state.wrapUp?.callId !== call.id;
    if (isWrappedUp) this.#save(callAwaitingWrapUp(state));
    return { call, hasEnded: wasRunning, isWrappedUp };
  }

  /** Another session of this page has the call and will finish it. */
  get #isOwnedByOther(): boolean {
    const owner = owners.get(this.agent);
    return owner !== undefined && owner.deref() !== this.target;
  }

  /** Writes in a task of its own, because storage is slow and the events of the call go first. Removes at once. */
  #save(call: CallSummary | null): void {
    this.#latest = call;
    clearTimeout(this.#writeTimer);
    if (call) {
      owners.set(this.agent, new WeakRef(this.target));
      this.#writeTimer = setTimeout(() => this.#storage.set(this.agent, this.#latest), 0);
    } else {
      owners.delete(this.agent);
      this.#storage.remove(this.agent);
    }
  }
}
