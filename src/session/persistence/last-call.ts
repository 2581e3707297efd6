/**
 * The answered call that an agent is in, or wraps up, over a reload and from one session of the page to the next. The
 * platform reports only that there is after-call work, not of which call, and nothing at all of what ended meanwhile.
 * The call lies in the tab's session storage until its wrap-up is done.
 */
import { callAwaitingWrapUp, readCallSummary, type AgentState, type CallSummary } from '../../state/index.js';
import type { SessionEnvironment } from '../environment.js';
import { TabStorage } from './tab-storage.js';

const KEY_PREFIX = 'sobot-elements.wrap-up.';
const HOUR_MS = 3_600_000;
/** A call without an end may have been running until now; a wrap-up is shorter. */
const MAX_CALL_AGE_MS = 12 * HOUR_MS;
const MAX_WRAP_UP_AGE_MS = HOUR_MS;

/** The running sessions of this page. */
const sessions = new Set<LastCall>();

/** The session of this page that has an agent's call and will report its end, by agent. */
const holders = new Map<string, LastCall>();

function isRecent({ startedAt, endedAt }: CallSummary, now: number): boolean {
  return now - (endedAt ?? startedAt) < (endedAt === null ? MAX_CALL_AGE_MS : MAX_WRAP_UP_AGE_MS);
}

/** The call with its times moved back, if the clock was set back between the page before and this one. */
function notAfter(call: CallSummary, now: number): CallSummary {
  const { startedAt, connectedAt, endedAt } = call;
  const ahead = Math.max(0, (endedAt ?? connectedAt ?? startedAt) - now);
  const move = (at: number | null): number | null => at && at - ahead;
  return ahead === 0
    ? call
    : Object.freeze({
        ...call,
        startedAt: startedAt - ahead,
        connectedAt: move(connectedAt),
        endedAt: move(endedAt),
      });
}

export interface LastCallHost {
  readonly agent: string;
  readonly environment: SessionEnvironment;
  /** The target of the session's events. */
  readonly target: EventTarget;
  /**
   * Called with a call that another session has left, or the page before.
   * @param isTold the platform has already told this session what there is
   */
  onCall(call: CallSummary, isTold: boolean): void;
}

export class LastCall {
  #latest: CallSummary | null = null;
  /** Whether the platform has told this session of a status or a call. */
  #isTold = false;
  #writeTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #storage: TabStorage;

  constructor(private readonly host: LastCallHost) {
    this.#storage = new TabStorage(host.environment.storage, KEY_PREFIX);
  }

  /** Looks for a call of the page before, or of a session whose element is no longer in the document. */
  async start(): Promise<void> {
    sessions.add(this);
    await this.#storage.claim();
    const holder = holders.get(this.host.agent);
    if (!sessions.has(this) || (holder && holder !== this && holder.#isInPage)) return;
    const call = holder ? holder.#latest : this.#stored;
    if (call) this.#take(call);
  }

  /** Saves the call that awaits its wrap-up, if it has changed. */
  followState(state: AgentState, previous: AgentState): void {
    const isSame = state.call === previous.call && state.wrapUp === previous.wrapUp;
    if (isSame && state.presence === previous.presence) return;
    this.#isTold = true;
    if (!isSame || previous.interruptedCall) this.#save(callAwaitingWrapUp(state));
  }

  /** Whether this session reports the end of a call: not if its element is gone and another session has the call. */
  get mayReport(): boolean {
    const holder = holders.get(this.host.agent);
    return this.#isInPage || !holder || holder === this;
  }

  /** The session ends. Another one of the page takes over its call; else the next page or session finds it stored. */
  stop(): void {
    if (!sessions.delete(this)) return;
    const { agent } = this.host;
    this.#isTold = false;
    if (holders.get(agent) !== this) return;
    holders.delete(agent);
    const call = this.#latest;
    this.#write();
    const next = [...sessions].find((each) => each.host.agent === agent);
    if (call && next) next.#take(call);
  }

  get #stored(): CallSummary | null {
    const stored = readCallSummary(this.#storage.get(this.host.agent));
    const now = this.host.environment.clock.now();
    const call = stored && notAfter(stored, now);
    return call && isRecent(call, now) ? call : null;
  }

  /** Whether events of this session can reach the page. A target that is no node is the page's own. */
  get #isInPage(): boolean {
    const { target } = this.host;
    return sessions.has(this) && !(typeof Node === 'function' && target instanceof Node && !target.isConnected);
  }

  #take(call: CallSummary): void {
    this.#latest = call;
    holders.set(this.host.agent, this);
    this.host.onCall(call, this.#isTold);
  }

  /** Writes in a task of its own, because storage is slow and the events of the call go first. Removes at once. */
  #save(call: CallSummary | null): void {
    const { agent } = this.host;
    if (!this.mayReport) return;
    this.#latest = call;
    clearTimeout(this.#writeTimer);
    if (call) {
      holders.set(agent, this);
      this.#writeTimer = setTimeout(() => this.#write(), 0);
    } else if (holders.get(agent) === this) {
      holders.delete(agent);
      this.#storage.remove(agent);
    }
  }

  #write(): void {
    clearTimeout(this.#writeTimer);
    if (this.#latest) this.#storage.set(this.host.agent, this.#latest);
  }
}
