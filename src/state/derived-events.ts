/**
 * Derived events: `sobot-call-started`, `sobot-call-connected`, `sobot-call-ended` and
 * `sobot-wrap-up-done`, from the difference of two states.
 * A page that counts or logs calls needs each event once. Messages can't give that: they come
 * twice, under the company's own names, or are lost in an interruption. The difference of two
 * states has none of these problems. Pure; `session/event-dispatcher.ts` dispatches the result.
 */
import type { AgentState, Call, CallSummary } from './model.js';
import { legsOf, summarizeCall } from './selectors.js';

/** The derived events whose `detail` is the summary of a call. */
export type CallEventName = 'sobot-call-started' | 'sobot-call-connected' | 'sobot-call-ended';

export interface DerivedEvents {
  /** The events of calls, in their order. */
  readonly calls: readonly (readonly [CallEventName, CallSummary])[];
  /** The calls whose after-call work is over. */
  readonly wrapUpsDone: readonly CallSummary[];
}

const noEvents: DerivedEvents = Object.freeze({ calls: Object.freeze([]), wrapUpsDone: Object.freeze([]) });

/** Legs are compared by `sequence`, because the id of a call may change while it runs. */
const has = (legs: readonly Call[], { sequence }: Call): boolean => legs.some((leg) => leg.sequence === sequence);

/** The state measures the quality of its current call only; null for a waiting one. */
const qualityOf = (state: AgentState, leg: Call): AgentState['quality'] =>
  leg.sequence === state.call?.sequence ? state.quality : null;

/** The summary of a call that has ended: its last message may have told an id or data that the leg had not. */
function summaryOf(leg: Call, previous: AgentState, { lastCall }: AgentState, isOnly: boolean): CallSummary {
  if (lastCall && (isOnly || lastCall.id === leg.id)) return lastCall;
  return summarizeCall(leg, qualityOf(previous, leg), lastCall?.endedAt ?? leg.startedAt);
}

/**
 * The call that after-call work is about: for a consultation that has become the call, the
 * customer's call before it. Null for a call that was not answered.
 */
const workedCall = (leg: Call, summary: CallSummary): CallSummary | null =>
  leg.originalCall ?? (summary.connectedAt === null ? null : summary);

/** The call of the page before, once it is known not to go on; null until then. */
function interruptedCallOver({ interruptedCall, lastCall }: AgentState, state: AgentState): readonly CallSummary[] {
  if (!interruptedCall || state.interruptedCall || !lastCall) return [];
  const goesOn = ({ id, originalCall }: Call): boolean => id === lastCall.id || originalCall?.id === lastCall.id;
  return legsOf(state).some(goesOn) ? [] : [lastCall];
}

/**
 * Returns the events between two states, ends before beginnings: a page that has one record open
 * closes it before the next one opens.
 * A call that has ended and was wrapped up in one step, as in an interruption, has both events.
 */
export function deriveEvents(previous: AgentState, state: AgentState): DerivedEvents {
  const isSame = previous.call === state.call && previous.waitingCalls === state.waitingCalls;
  const interrupted = interruptedCallOver(previous, state);
  if (isSame && previous.wrapUp === state.wrapUp && interrupted.length === 0) return noEvents;
  const before = legsOf(previous);
  const now = legsOf(state);
  const over = before.filter((leg) => !has(now, leg));
  const ended = over.map((leg) => ({ leg, summary: summaryOf(leg, previous, state, over.length === 1) }));
  const begun = now.filter((leg) => !has(before, leg));
  const wasConnected = before.filter(({ connectedAt }) => connectedAt !== null);
  const connected = now.filter((leg) => leg.connectedAt !== null && !has(wasConnected, leg));

  const worked = [
    ...interrupted,
    previous.wrapUp?.call ?? null,
    ...ended.map(({ leg, summary }) => workedCall(leg, summary)),
  ];
  const goesOn = ({ id }: CallSummary): boolean =>
    id === state.wrapUp?.callId || now.some(({ originalCall }) => originalCall?.id === id);
  return {
    calls: [
      ...(previous.interruptedCall?.endedAt === null ? interrupted : []).map(
        (summary) => ['sobot-call-ended', summary] as const,
      ),
      ...ended.map(({ summary }) => ['sobot-call-ended', summary] as const),
      ...begun.map((leg) => ['sobot-call-started', summarizeCall(leg, null, null)] as const),
      ...connected.map((leg) => ['sobot-call-connected', summarizeCall(leg, qualityOf(state, leg), null)] as const),
    ],
    wrapUpsDone: worked.filter((call) => call !== null).filter((call) => !goesOn(call)),
  };
}
