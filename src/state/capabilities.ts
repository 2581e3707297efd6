/**
 * Capabilities: whether a command can be executed in a state, for the buttons of every element.
 * The conditions are the column `when` of the command table (`sdk/commands.ts`), so a command and
 * its button can't disagree. This file only compares them with the state. It has no texts:
 * `ui/call` has a sentence for each reason.
 */
import { commandRow, type CallStatus, type CommandName, type ConsultStatus, type When } from '../sdk/index.js';
import type { AgentState } from './model.js';
import { callStatus, consultStatus } from './selectors.js';

/** The reason why a control is disabled; each has a sentence in every language. */
export type DisabledReason =
  | 'not-started'
  | 'displaced'
  | 'pending'
  | 'logged-out'
  | 'not-ready'
  | 'on-call'
  | 'no-call'
  | 'not-ringing'
  | 'not-talking'
  | 'not-held'
  | 'already-muted'
  | 'not-muted'
  | 'no-consult'
  | 'consulting'
  | 'no-wrap-up';

/**
 * The states that a presumed call may be in; `none` is not among them, because the button that
 * hangs up has to work.
 */
const everyCallStatus: readonly CallStatus[] = ['dialing', 'ringing', 'talking', 'held'];
const afterCall: readonly CallStatus[] = ['wrap-up', 'none'];

/**
 * The possible states of the call. During a consultation both the call's own state and `talking` are possible; presumed
 * after-call work may be none; a presumed call may be in any state. No command names its call, so that a waiting one may
 * be meant: one that rings can perhaps be answered, one that is held resumed.
 */
function possibleCalls(state: AgentState): readonly CallStatus[] {
  const { call, consult, waitingCalls, wrapUp } = state;
  if (!call) return wrapUp?.presumed ? afterCall : [callStatus(state)];
  if (call.presumed) return everyCallStatus;
  const possible = [call, ...waitingCalls].map(({ state: each }): CallStatus => each);
  if (consult?.state === 'talking') possible.push('talking');
  return possible;
}

/** Any consultation is possible while its own state is presumed, or while the call's is and none was reported. */
function possibleConsults(state: AgentState): readonly ConsultStatus[] {
  const presumed = state.consult ? state.consult.presumed : state.call?.presumed;
  return presumed ? ['none', 'dialing', 'talking'] : [consultStatus(state)];
}

/**
 * Tells whether one of the possible states fulfils a condition. A condition that is not set is
 * fulfilled.
 */
const meets = <W>(wanted: readonly W[] | undefined, possible: readonly W[]): boolean =>
  !wanted || possible.some((word) => wanted.includes(word));

/**
 * Chooses the sentence that helps the agent most: a condition on the call fails in several ways,
 * and `not-talking` would not explain why an agent without a call can't hang up.
 */
function callReason(wanted: readonly CallStatus[]): DisabledReason {
  if (wanted.includes('none')) return 'on-call';
  if (wanted.includes('wrap-up')) return 'no-wrap-up';
  if (wanted.includes('ringing') && wanted.length === 1) return 'not-ringing';
  if (wanted.includes('held') && wanted.length === 1) return 'not-held';
  return wanted.includes('dialing') ? 'no-call' : 'not-talking';
}

/**
 * Checks the conditions in the order in which an agent would have to fulfil them: status, call,
 * consultation, microphone. Returns the reason of the first that fails; null where all are met.
 */
function clause(state: AgentState, when: When): DisabledReason | null {
  if (when.presence && !when.presence.includes(state.presence.status)) {
    return state.presence.status === 'offline' ? 'logged-out' : 'not-ready';
  }
  if (when.call && !meets(when.call, possibleCalls(state))) return callReason(when.call);
  if (when.consult && !meets(when.consult, possibleConsults(state))) {
    return when.consult.includes('none') ? 'consulting' : 'no-consult';
  }
  if (when.muted !== undefined && state.call && !state.call.presumed && state.call.muted !== when.muted) {
    return when.muted ? 'not-muted' : 'already-muted';
  }
  return null;
}

/**
 * The reason why a command certainly can't be done now; null where it may be tried, also when the state is presumed: the
 * SDK decides. Only buttons are held back by it; programmatic calls always go to the SDK.
 */
export function disabledReason(state: AgentState, command: CommandName): DisabledReason | null {
  const { phase, pending } = state;
  const { when } = commandRow(command);
  if (phase !== 'ready' && phase !== 'displaced') return 'not-started';
  if (phase === 'displaced' && Object.keys(when).length > 0) return 'displaced'; // the reset stays within reach
  return pending.includes(command) ? 'pending' : clause(state, when);
}
