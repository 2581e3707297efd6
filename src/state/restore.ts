import { beginCall, isOf, setCall } from './call-change.js';
import { restoreConsult } from './consult.js';
import { callChanged } from './call-parties.js';
import { endCall, wrapUpEnd, wrapUpOf } from './call-end.js';
import { clampToNow, emptyFields, type Fields, isRecord, patch, str } from '../internal/index.js';
import { callType } from './fields.js';
import { messageNews, type Handler } from './news.js';
import { decodePresence, withAgentOf, withPresence } from './presence.js';
import type { AgentState, CallState, CallType } from './model.js';

/** The document names these work statuses in prose; the codes behind them are not documented. */
const workStatuses: readonly (readonly [RegExp, CallState])[] = [
  [/hold/i, 'held'],
  [/talk/i, 'talking'],
  [/ring|calling/i, 'ringing'],
  [/dial/i, 'dialing'],
];

/** "Calling" doesn't tell who calls whom; the type of the call does. */
function knownState(workStatus: string, type: CallType): CallState | undefined {
  const known = workStatuses.find(([pattern]) => pattern.test(workStatus))?.[1];
  return known === 'ringing' && type === 'outbound' ? 'dialing' : known;
}

const isSorting = (workStatus: string): boolean => /sort|acw|wrap/i.test(workStatus);

/** The document gives one code, `1` for ready, and these words. */
const isFree = (workStatus: string): boolean => /^1$|ready|occupied|lock/i.test(workStatus);

function restoreCall(state: AgentState, work: Fields, info: Fields, at: number): AgentState {
  const running = state.call;
  const status = str(info['workStatus']);
  const type = callType(work['callType']) ?? 'inbound';
  const known = knownState(status, type);
  if (running && isOf(running, str(work['callID']))) {
    if (known) return setCall(state, running, known, work, at);
    const { call } = callChanged(state, messageNews(work, at));
    return patch(state, { call: call && patch(call, { presumed: true }) });
  }
  const startedAt = clampToNow(info['workStatusTimestamp'], at) ?? at;
  const next = beginCall(
    state,
    callType(work['callType']) ?? 'inbound',
    known ?? 'talking',
    { ...work, startedAt },
    at,
  );
  if (!next.call) return next;
  const connectedAt = next.call.connectedAt === null ? null : startedAt;
  return patch(next, { call: patch(next.call, { connectedAt, presumed: known === undefined }) });
}

function restoreNoCall(state: AgentState, info: Fields, at: number): AgentState {
  const next = endCall(state, emptyFields, at);
  const status = str(info['workStatus']);
  if (isFree(status)) return patch(next, { wrapUp: null });
  if (!isSorting(status)) return next;
  const since = clampToNow(info['workStatusTimestamp'], at) ?? at;
  const before = next.wrapUp ?? wrapUpOf(next.lastCall, since);
  return patch(next, { wrapUp: patch(before, { endsAt: wrapUpEnd(info) ?? before.endsAt, presumed: false }) });
}

/** What was going on before this page, or while it was out of reach. */
export const restore: Handler = (state, { fields, at }) => {
  const info = isRecord(fields['agentStateInfo']) ? fields['agentStateInfo'] : emptyFields;
  const work = fields['workStatusInfo'];
  const status = decodePresence(info, state.breaks);
  const since =
    (status?.status === 'ready' ? undefined : clampToNow(info['reasonCodeTimestamp'], at)) ??
    clampToNow(info['agentStateTimestamp'], at);
  const present = status ? withPresence(state, status, at, since) : state;
  const byId = str(info['agentType']) === '1';
  const known = withAgentOf(present, { ...info, [byId ? 'agentUUID' : 'agentID']: info['agent'] });
  return isRecord(work) ? restoreConsult(restoreCall(known, work, info, at), work, at) : restoreNoCall(known, info, at);
};
