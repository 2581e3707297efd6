/**
 * What a session remembers of calls beyond its state: drafts, the call that awaits its wrap-up, and what was reported.
 * All of it outlasts the session, and most of it a reload.
 */
import type { AgentState, CallSummary } from '../../state/index.js';
import type { WrapUpDraft } from '../agent-session.js';
import { Drafts, emptyDraft } from './drafts.js';
import { LastCall, type LastCallHost } from './last-call.js';
import { reportedCallsOf, type ReportedCalls } from './reported-calls.js';

/**
 * Returns the id of the call that is written about. During a consultation that outlives the customer's call, the draft
 * is still that of the customer's call, and a call that is not answered leaves that of the after-call work.
 */
function draftId({ call, wrapUp }: AgentState): string | null {
  if (call?.originalCall) return call.originalCall.id;
  return wrapUp?.callId ?? call?.id ?? null;
}

export class CallMemory {
  readonly reported: ReportedCalls;
  readonly #drafts: Drafts;
  readonly #lastCall: LastCall;

  constructor(host: LastCallHost) {
    const { agent, environment } = host;
    this.reported = reportedCallsOf(agent);
    this.#drafts = new Drafts(agent, environment.storage);
    this.#lastCall = new LastCall({
      ...host,
      onCall: (call: CallSummary, isTold: boolean) => {
        this.#drafts.read();
        host.onCall(call, isTold);
      },
    });
  }

  /** Whether the end of a call is reported by this session, and not by another one of the page. */
  get mayReport(): boolean {
    return this.#lastCall.mayReport;
  }

  async start(): Promise<void> {
    await this.#drafts.start();
    await this.#lastCall.start();
  }

  stop(): void {
    this.#lastCall.stop();
  }

  follow(state: AgentState, previous: AgentState): void {
    this.#drafts.followCalls(state, previous);
    this.#lastCall.followState(state, previous);
  }

  /** The draft of the running call, or else of the one in wrap-up. */
  draftOf(state: AgentState): WrapUpDraft {
    const id = draftId(state);
    return id === null ? emptyDraft : this.#drafts.get(id);
  }

  /** @returns false if there is nothing to write about */
  saveDraft(state: AgentState, draft: WrapUpDraft): boolean {
    const id = draftId(state);
    if (id !== null) this.#drafts.set(id, draft);
    return id !== null;
  }

  /** Removes a draft and returns it. */
  takeDraft(callId: string): WrapUpDraft {
    return this.#drafts.take(callId);
  }
}
