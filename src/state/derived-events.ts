import { summarise } from './call-end.js';
import type { AgentState, CallSummary } from './model.js';

export type CallEventName = 'sobot-call-started' | 'sobot-call-connected' | 'sobot-call-ended';

/** What is true once per call, whatever the messages were named and however often they came. */
export interface DerivedEvents {
  readonly calls: readonly (readonly [CallEventName, CallSummary])[];
  /** The call whose wrap-up is over. */
  readonly wrappedUp: CallSummary | null;
}

const none: DerivedEvents = Object.freeze({ calls: Object.freeze([]), wrappedUp: null });

/** The call whose after-call work was under way, or has come and gone in one step, as while the page was away. */
function doneWith({ wrapUp, call }: AgentState, state: AgentState): CallSummary | null {
  const { lastCall } = state;
  const ended = call && call.sequence !== state.call?.sequence;
  const answered = lastCall?.connectedAt === null ? null : lastCall;
  const work = wrapUp ? wrapUp.call : ended ? (call.originalCall ?? answered) : null;
  const goesOn = work && (work.id === state.wrapUp?.callId || work.id === state.call?.originalCall?.id);
  return goesOn ? null : work;
}

/** The facts between two states; a call that came and went in one step is not lost. */
export function deriveEvents(previous: AgentState, state: AgentState): DerivedEvents {
  const before = previous.call;
  const now = state.call;
  const wrappedUp = doneWith(previous, state);
  if (before === now && !wrappedUp) return none;
  const calls: (readonly [CallEventName, CallSummary])[] = [];
  const begins = now && now.sequence !== before?.sequence ? now : null;
  const ends = before && before.sequence !== now?.sequence;
  if (ends && state.lastCall) calls.push(['sobot-call-ended', state.lastCall]);
  if (begins) calls.push(['sobot-call-started', summarise(begins, null, null)]);
  const wasConnected = !begins && before !== null && before.connectedAt !== null;
  if (now && now.connectedAt !== null && !wasConnected) {
    calls.push(['sobot-call-connected', summarise(now, state.quality, null)]);
  }
  return { calls, wrappedUp };
}
