/**
 * The slice of after-call work: its beginning, its deadline, its end.
 * The document has commands for it and no message that announces it, so the state presumes it after
 * every answered call, and takes a deadline from whatever message tells one.
 */
import { patch } from '../../internal/index.js';
import type { AgentState, CallSummary, WrapUp } from '../model.js';
import type { CallSignal, SignalOf } from '../normalize/index.js';
import { legsOf } from '../selectors.js';

const SECOND_MS = 1000;

/**
 * After-call work of a call; `call` is null where the call is not known. Without a deadline it is presumed unless a
 * message says so: it follows every answered call.
 */
export const createWrapUp = (
  call: CallSummary | null,
  since: number,
  endsAt: number | null,
  presumed: boolean,
): WrapUp => Object.freeze({ callId: call?.id ?? '', call, since, endsAt, presumed });

/**
 * After-call work that the platform reports and that no ending of a call has announced. It is about the call that the
 * page before was closed in. The work of any other call is over, and may be finished and reported already.
 */
const unexpectedWrapUp = ({ interruptedCall, lastCall }: AgentState, since: number): WrapUp =>
  createWrapUp(interruptedCall && lastCall, since, null, false);

/**
 * The call that the page before was closed in, or another session of this page, is ended here unless it goes on.
 * @param call null: the platform has told already what there is
 */
export function withInterrupted(state: AgentState, call: CallSummary | null, at: number): AgentState {
  const { wrapUp, lastCall } = state;
  if (!call) {
    const isUnknown = wrapUp && !wrapUp.call && lastCall;
    return patch(state, {
      interruptedCall: null,
      wrapUp: isUnknown ? patch(wrapUp, { callId: lastCall.id, call: lastCall }) : wrapUp,
    });
  }
  const endedAt = call.endedAt ?? Math.max(at, call.connectedAt ?? call.startedAt);
  const isKnown = wrapUp?.callId === call.id || legsOf(state).some(({ id }) => id === call.id);
  return isKnown ? state : patch(state, { interruptedCall: call, lastCall: Object.freeze({ ...call, endedAt }) });
}

/** Ends after-call work. `deriveEvents` makes `sobot-wrap-up-done` of it. */
export const endWrapUp = (state: AgentState): AgentState => patch(state, { wrapUp: null });

/** A late ending may bring the deadline of the after-call work that has begun by the result of a command. */
export function wrapUpConfirmed(state: AgentState, { callId, wrapUpEndsAt }: CallSignal): AgentState {
  const { wrapUp } = state;
  return wrapUp && wrapUp.callId === callId && wrapUpEndsAt !== null
    ? patch(state, { wrapUp: patch(wrapUp, { endsAt: wrapUpEndsAt, presumed: false }) })
    : state;
}

/**
 * More time. A message counts only if it tells the new end, else the added seconds of the result count, so that the two
 * never add up. An unknown end stays unknown: the platform's starting point is not documented.
 */
export function wrapUpDelayed(
  state: AgentState,
  { endsAt, addedSeconds, at }: SignalOf<'wrap-up-delayed'>,
  since: AgentState | null,
): AgentState {
  const { wrapUp } = state;
  if (endsAt !== null) {
    if (state.call && !wrapUp) return state; // about an earlier call
    const before = wrapUp ?? unexpectedWrapUp(state, at);
    return patch(state, { wrapUp: patch(before, { endsAt, presumed: false }) });
  }
  const unchanged = wrapUp && wrapUp.endsAt !== null && wrapUp.endsAt === since?.wrapUp?.endsAt;
  if (!unchanged || wrapUp.endsAt === null || addedSeconds === undefined) return state;
  return patch(state, { wrapUp: patch(wrapUp, { endsAt: wrapUp.endsAt + addedSeconds * SECOND_MS }) });
}

/** A late result about the after-call work of an earlier call is ignored. */
export const wrapUpDone = (
  state: AgentState,
  _signal: SignalOf<'wrap-up-done'>,
  since: AgentState | null,
): AgentState => (since && state.wrapUp?.callId !== since.wrapUp?.callId ? state : endWrapUp(state));

/** Restores after-call work, once it is certain that no call is left. */
export function restoreWrapUp(
  state: AgentState,
  { work, workSince, wrapUpEndsAt, at }: SignalOf<'restore'>,
): AgentState {
  if (work === 'free') return endWrapUp(state);
  if (work === 'unknown') return state;
  const before = state.wrapUp ?? unexpectedWrapUp(state, workSince ?? at);
  return patch(state, { wrapUp: patch(before, { endsAt: wrapUpEndsAt ?? before.endsAt, presumed: false }) });
}
