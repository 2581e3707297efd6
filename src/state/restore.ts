import { beginCall, callChanged } from './call.js';
import { endCall, wrapUpEnd } from './call-end.js';
import { callType, isRecord, nothing, past, str, type Fields } from './fields.js';
import { messageNews, patch, type Handler } from './news.js';
import { decodePresence, withAgentOf, withPresence } from './presence.js';
import type { AgentState, CallState } from './state.js';

/** The document names these work statuses in prose; the codes behind them are not documented. */
const workStatuses: readonly (readonly [RegExp, CallState])[] = [
  [/hold/i, 'held'],
  [/talk/i, 'talking'],
  [/ring/i, 'ringing'],
  [/dial|calling/i, 'dialing'],
];

const isSorting = (workStatus: string): boolean => /sort|acw|wrap/i.test(workStatus);

function restoreCall(state: AgentState, work: Fields, info: Fields, at: number): AgentState {
  const id = str(work['callID']);
  const running = state.call;
  if (running && (id === '' || running.id === id)) return callChanged(state, messageNews(work, at));
  const status = str(info['workStatus']);
  const known = workStatuses.find(([pattern]) => pattern.test(status))?.[1];
  const startedAt = past(info['workStatusTimestamp'], at) ?? at;
  const next = beginCall(
    state,
    callType(work['callType']) ?? 'inbound',
    known ?? 'talking',
    { ...work, startedAt },
    at,
  );
  if (!next.call) return next;
  const connectedAt = next.call.connectedAt === null ? null : startedAt;
  return patch(next, { call: patch(next.call, { connectedAt, assumed: known === undefined }) });
}

function restoreNoCall(state: AgentState, info: Fields, at: number): AgentState {
  const next = endCall(state, nothing, at);
  if (!isSorting(str(info['workStatus']))) return patch(next, { wrapUp: null });
  const since = past(info['workStatusTimestamp'], at) ?? at;
  const before = next.wrapUp ?? { callId: next.lastCall?.id ?? '', since, endsAt: null, presumed: false };
  return patch(next, { wrapUp: patch(before, { endsAt: wrapUpEnd(info) ?? before.endsAt, presumed: false }) });
}

/** What was going on before this page, or while it was out of reach. */
export const restore: Handler = (state, { fields, at }) => {
  const info = isRecord(fields['agentStateInfo']) ? fields['agentStateInfo'] : nothing;
  const work = fields['workStatusInfo'];
  const status = decodePresence(info, state.breaks);
  const since =
    (status?.status === 'ready' ? undefined : past(info['reasonCodeTimestamp'], at)) ??
    past(info['agentStateTimestamp'], at);
  const present = status ? withPresence(state, status, at, since) : state;
  const byId = str(info['agentType']) === '1';
  const known = withAgentOf(present, { ...info, [byId ? 'agentUUID' : 'agentID']: info['agent'] });
  const called = isRecord(work) ? restoreCall(known, work, info, at) : restoreNoCall(known, info, at);
  return patch(called, { connection: 'connected' });
};
