import { clampToNow, type Fields, isRecord, num, patch, str } from '../internal/index.js';
import { endCall } from './call-end.js';
import { type Handler, type News } from './news.js';
import type { AgentState, Break, Presence } from './model.js';

type Status = Pick<Presence, 'status' | 'reasonCode' | 'label'>;

const DO_NOT_DISTURB = 2;
const LOCKED = 98;

const breakName = (code: number, breaks: readonly Break[]): string | undefined =>
  breaks.find((each) => each.code === code)?.name;

function occupied(reasonCode: number | undefined, breaks: readonly Break[]): Status {
  if (!reasonCode) return { status: 'dnd' };
  if (reasonCode === DO_NOT_DISTURB || reasonCode === LOCKED) return { status: 'dnd', reasonCode };
  const documented = reasonCode >= 11 && reasonCode <= 18;
  return {
    status: 'break',
    reasonCode,
    label: breakName(reasonCode, breaks) ?? (documented ? undefined : String(reasonCode)),
  };
}

/** The vendor's `agentState` and `reasonCode` as a presence; undefined where they say nothing. */
export function decodePresence(fields: Fields, breaks: readonly Break[]): Status | undefined {
  const agentState = str(fields['agentState']);
  const reasonCode = num(fields['reasonCode']);
  switch (agentState) {
    case '':
      return reasonCode ? occupied(reasonCode, breaks) : undefined;
    case '0':
      return { status: 'offline' };
    case '1':
      return { status: 'ready' };
    case '2':
      return occupied(reasonCode, breaks);
    default:
      return { status: 'break', label: agentState };
  }
}

/** @param since when it began, where the platform tells */
export function withPresence(state: AgentState, status: Status, at: number, since?: number): AgentState {
  const before = state.presence;
  const same = before.status === status.status && before.reasonCode === status.reasonCode;
  const moment = since ?? (same ? before.since : at);
  if (same && before.label === status.label && before.since === moment) return state;
  return patch(state, { presence: Object.freeze({ ...status, since: moment }) });
}

const startOf = ({ fields, at }: News, status: Status): number | undefined =>
  (status.status === 'ready' ? undefined : clampToNow(fields['reasonCodeTimestamp'], at)) ??
  clampToNow(fields['agentStateTimestamp'], at);

/** An event that said only "occupied" leaves it to the command's success to say why. */
const isVague = ({ status, reasonCode }: Presence): boolean => status === 'dnd' && reasonCode === undefined;

/** Has an event already told what this success is about? */
const isOld = (state: AgentState, { since }: News): boolean =>
  !!since && state.presence !== since.presence && !isVague(state.presence);

const withoutWrapUp = (state: AgentState): AgentState => patch(state, { wrapUp: null });

export const agentReady: Handler = (state, news) => {
  const next = withoutWrapUp(state);
  const status: Status = { status: 'ready' };
  return isOld(state, news) ? next : withPresence(next, status, news.at, startOf(news, status));
};

export const agentNotReady: Handler = (state, news) => {
  const next = withoutWrapUp(state);
  if (isOld(state, news)) return next;
  const told = num(news.since ? (news.params['reasonCode'] ?? DO_NOT_DISTURB) : news.fields['reasonCode']);
  const { status } = state.presence;
  if (told === undefined && (status === 'dnd' || status === 'break')) return next;
  const presence = occupied(told, state.breaks);
  return withPresence(next, presence, news.at, startOf(news, presence));
};

/** Who logs in here displaces the other end. */
const takenOver = (state: AgentState): AgentState =>
  state.phase === 'displaced' ? patch(state, { phase: 'ready', connection: 'connected' }) : state;

export const agentLogin: Handler = (before, news) => {
  const { fields, params, since, at } = news;
  const state = since ? takenOver(before) : before;
  if (isOld(state, news)) return withAgentOf(state, params);
  const asked = since ? { agentState: '2', ...params, ...fields } : fields;
  const status = decodePresence(asked, state.breaks) ?? { status: 'dnd' };
  const silent = !since && !decodePresence(fields, state.breaks) && state.presence.status !== 'offline';
  const next = silent ? state : withPresence(state, status, at, startOf(news, status));
  return withAgentOf(next, { ...params, ...fields });
};

export const agentLogout: Handler = (state, { at, fields }) =>
  withPresence(withoutWrapUp(endCall(state, fields, at)), { status: 'offline' }, at);

export const breaksKnown: Handler = (state, { fields, at }) => {
  const rows: readonly unknown[] = Array.isArray(fields['states']) ? fields['states'] : [];
  const breaks = rows.filter(isRecord).flatMap((row) => {
    const code = num(row['code']);
    return code === undefined ? [] : [Object.freeze({ code, name: str(row['name']) })];
  });
  const known = JSON.stringify(breaks) === JSON.stringify(state.breaks);
  const next = known ? state : patch(state, { breaks: Object.freeze(breaks) });
  const { status, reasonCode } = state.presence;
  return status === 'break' && reasonCode !== undefined ? withPresence(next, occupied(reasonCode, breaks), at) : next;
};

/** Who the agent is, gathered from whatever result or message says a part of it. */
export function withAgentOf(state: AgentState, fields: Fields): AgentState {
  const before = state.agent ?? { number: '', id: '', name: '', ext: '', phone: '', phoneType: '' as const };
  const phoneType = str(fields['phoneType'] ?? fields['currentPhoneType']);
  const agent = patch(before, {
    number: str(fields['agentID']) || before.number,
    id: str(fields['agentUUID'] ?? fields['id']) || before.id,
    name: str(fields['agentName']) || before.name,
    ext: str(fields['bindExt'] ?? fields['ext'] ?? fields['thisDN']) || before.ext,
    phone: str(fields['bindMobile'] ?? fields['phone']) || before.phone,
    phoneType: phoneType === 'sip' || phoneType === 'pstn' || phoneType === 'webrtc' ? phoneType : before.phoneType,
  });
  return agent === before ? state : patch(state, { agent: Object.freeze(agent) });
}

export const identityKnown: Handler = (state, { fields }) =>
  withAgentOf(state, isRecord(fields['info']) ? fields['info'] : fields);
