/**
 * The calls whose end, and whose wrap-up, have been dispatched. Every page of an agent's data relies on "once per call",
 * whatever the messages said, and whichever session of the page says it.
 */
import type { CallSummary } from '../state/index.js';

/** Calls that are remembered. */
const MAX_CALLS = 64;

export class ReportedCalls {
  /** The latest reported summary of each call, the oldest first. */
  readonly #ended = new Map<string, CallSummary>();
  readonly #wrappedUp = new Set<string>();

  /**
   * A call begins. Its id may be used again, and a call that ended unanswered may turn out to go on.
   * @param isRestored the platform says that a call goes on whose end was seen
   */
  begin(id: string, isRestored: boolean): void {
    const isReported = isRestored && this.#ended.get(id)?.connectedAt != null;
    if (!isReported) this.#ended.delete(id);
  }

  /** Whether the end of a call was reported, and no call with its id has begun since. */
  hasEnded(id: string): boolean {
    return this.#ended.has(id);
  }

  /** Remembers the end of a call. */
  end(call: CallSummary): void {
    this.#ended.set(call.id, call);
    this.#wrappedUp.delete(call.id);
    for (const oldest of this.#ended.keys()) if (this.#ended.size > MAX_CALLS) this.#ended.delete(oldest);
  }

  /** @returns whether the wrap-up was not reported; it counts as reported from now on */
  finish(id: string): boolean {
    if (this.#wrappedUp.has(id)) return false;
    this.#wrappedUp.add(id);
    for (const oldest of this.#wrappedUp) if (this.#wrappedUp.size > MAX_CALLS) this.#wrappedUp.delete(oldest);
    return true;
  }
}

const reportedByAgent = new Map<string, ReportedCalls>();

/** The reported calls of an agent, which all sessions of the page share. */
export function reportedCallsOf(agent: string): ReportedCalls {
  let calls = reportedByAgent.get(agent);
  if (!calls) reportedByAgent.set(agent, (calls = new ReportedCalls()));
  return calls;
}
