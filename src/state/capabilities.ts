import { commandRow, type CallStatus, type CommandName, type ConsultStatus, type When } from '../sdk/index.js';
import { callStatus, consultStatus, type AgentState } from './model.js';

/** Why a control is disabled; each has a sentence in every language. */
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

const everyCallWord: readonly CallStatus[] = ['dialing', 'ringing', 'talking', 'held'];
const afterCall: readonly CallStatus[] = ['wrap-up', 'none'];

/** What the call may be: who consults is talking, while the caller waits; presumed wrap-up may be none, and a restored call may be in any state. */
function possibleCalls(state: AgentState): readonly CallStatus[] {
  if (state.call?.presumed) return everyCallWord;
  if (state.call) return state.consult?.state === 'talking' ? [state.call.state, 'talking'] : [state.call.state];
  return state.wrapUp?.presumed ? afterCall : [callStatus(state)];
}

/** A consultation that nobody has reported is possible whenever a call was restored, and any when its own state is unsure. */
function possibleConsults(state: AgentState): readonly ConsultStatus[] {
  const unsure = state.consult ? state.consult.presumed : state.call?.presumed;
  return unsure ? ['none', 'dialing', 'talking'] : [consultStatus(state)];
}

const meets = <W>(wanted: readonly W[] | undefined, possible: readonly W[]): boolean =>
  !wanted || possible.some((word) => wanted.includes(word));

function callObstacle(wanted: readonly CallStatus[]): DisabledReason {
  if (wanted.includes('none')) return 'on-call';
  if (wanted.includes('wrap-up')) return 'no-wrap-up';
  if (wanted.includes('ringing') && wanted.length === 1) return 'not-ringing';
  if (wanted.includes('held') && wanted.length === 1) return 'not-held';
  return wanted.includes('dialing') ? 'no-call' : 'not-talking';
}

function clause(state: AgentState, when: When): DisabledReason | null {
  if (when.presence && !when.presence.includes(state.presence.status)) {
    return state.presence.status === 'offline' ? 'logged-out' : 'not-ready';
  }
  if (when.call && !meets(when.call, possibleCalls(state))) return callObstacle(when.call);
  if (when.consult && !meets(when.consult, possibleConsults(state))) {
    return when.consult.includes('none') ? 'consulting' : 'no-consult';
  }
  if (when.muted !== undefined && state.call && !state.call.presumed && state.call.muted !== when.muted) {
    return when.muted ? 'not-muted' : 'already-muted';
  }
  return null;
}

/**
 * What surely stands in the way of a command now; null where nothing does. When in doubt nothing does, and the SDK
 * decides. Only buttons heed it: programmatic calls go to the SDK all the same.
 */
export function disabledReason(state: AgentState, command: CommandName): DisabledReason | null {
  const { phase, pending } = state;
  const { when } = commandRow(command);
  if (phase !== 'ready' && phase !== 'displaced') return 'not-started';
  if (phase === 'displaced' && Object.keys(when).length > 0) return 'displaced'; // the reset stays within reach
  return pending.includes(command) ? 'pending' : clause(state, when);
}
