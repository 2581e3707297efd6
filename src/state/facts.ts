import { summarise } from './call-end.js';
import type { AgentState, CallSummary } from './state.js';

export type CallFact = 'sobot-call-started' | 'sobot-call-connected' | 'sobot-call-ended';

/** What is true once per call, whatever the messages were named and however often they came. */
export interface Facts {
  readonly calls: readonly (readonly [CallFact, CallSummary])[];
  /** The call whose wrap-up is over. */
  readonly wrappedUp: CallSummary | null;
}

const none: Facts = Object.freeze({ calls: Object.freeze([]), wrappedUp: null });

/** The call whose after-call work was under way, or has come and gone in one step, as while the page was away. */
function doneWith({ wrapUp, call }: AgentState, state: AgentState): CallSummary | null {
  const { lastCall } = state;
  const ended = call && call.serial !== state.call?.serial;
  const answered = lastCall?.connectedAt === null ? null : lastCall;
  const work = wrapUp ? wrapUp.call : ended ? (call.outlived ?? answered) : null;
  const goesOn = work && (work.id === state.wrapUp?.callId || work.id === state.call?.outlived?.id);
  return goesOn ? null : work;
}

/** The facts between two states; a call that came and went in one step is not lost. */
export function facts(previous: AgentState, state: AgentState): Facts {
  const before = previous.call;
  const now = state.call;
  const wrappedUp = doneWith(previous, state);
  if (before === now && !wrappedUp) return none;
  const calls: (readonly [CallFact, CallSummary])[] = [];
  const begins = now && now.serial !== before?.serial ? now : null;
  const ends = before && before.serial !== now?.serial;
  if (ends && state.lastCall) calls.push(['sobot-call-ended', state.lastCall]);
  if (begins) calls.push(['sobot-call-started', summarise(begins, null, null)]);
  const wasConnected = !begins && before !== null && before.connectedAt !== null;
  if (now && now.connectedAt !== null && !wasConnected) {
    calls.push(['sobot-call-connected', summarise(now, state.quality, null)]);
  }
  return { calls, wrappedUp };
}
