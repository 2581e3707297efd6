import { callType, merged, nothing, past, role, str, type Fields } from './fields.js';
import { endCall, remember, wrapUpEnd } from './call-end.js';
import { patch, speaksOfCall, type Handler, type News } from './news.js';
import { updateParties, withoutParty } from './parties.js';
import type { AgentState, Call, CallState, CallType, Consult } from './state.js';

const isLocal = (id: string): boolean => id.startsWith('local-');
const isConsultLeg = (fields: Fields): boolean =>
  callType(fields['callType']) === 'consult' || role(fields['thisDNRole']) === 'ConsultBy';

const isOver = (state: AgentState, id: string): boolean =>
  id !== '' && id !== state.call?.id && state.ended.includes(id);

/** Does a message with this id speak of the running call? Without an id it does. */
export const isOf = (call: Call, id: string): boolean => id === '' || id === call.id || isLocal(call.id);

/** What a message says about a call besides its state. */
function describe(call: Call, fields: Fields): Call {
  const id = str(fields['callID']);
  return patch(call, {
    id: id !== '' && isLocal(call.id) ? id : call.id,
    number: str(fields['otherDN']) || call.number,
    type: callType(fields['callType']) ?? call.type,
    queue: str(fields['queueName']) || call.queue,
    attachedData: merged(call.attachedData, fields['attachedData']),
  });
}

function inState(call: Call, state: CallState, fields: Fields, at: number): Call {
  const connected = state === 'talking' || state === 'held';
  return patch(call, {
    state,
    assumed: false,
    connectedAt: connected ? (call.connectedAt ?? at) : call.connectedAt,
    heldAt: state === 'held' ? (call.heldAt ?? at) : null,
    parties: updateParties(call.parties, fields, state),
  });
}

export const setCall = (state: AgentState, call: Call, callState: CallState, fields: Fields, at: number): AgentState =>
  patch(state, { call: inState(describe(call, fields), callState, fields, at) });

/** Begins a call. One that still seems to run has ended unnoticed: an agent has one call at a time. */
export function beginCall(
  state: AgentState,
  type: CallType,
  callState: CallState,
  fields: Fields,
  at: number,
): AgentState {
  const serial = state.calls + 1;
  const call: Call = {
    id: `local-${serial}`,
    serial,
    type,
    state: callState,
    number: '',
    parties: Object.freeze([]),
    muted: false,
    startedAt: past(fields['startedAt'], at) ?? at,
    connectedAt: null,
    heldAt: null,
    attachedData: Object.freeze({}),
    assumed: false,
  };
  const begun = inState(describe(call, fields), callState, fields, at);
  return patch(endCall(state, nothing, at), { calls: serial, wrapUp: null, call: begun });
}

/** A second leg that comes when a consultation was asked for is that one, whatever its type is called. */
const expectsConsult = ({ consult, pending }: AgentState, id: string): boolean =>
  id !== '' && (consult ? consult.id === '' : pending.includes('initiateConsult'));

/** A call announces itself: it dials or rings. */
function announced(state: AgentState, type: CallType, callState: CallState, { fields, at }: News): AgentState {
  const id = str(fields['callID']);
  const { call } = state;
  if (isOver(state, id)) return state;
  if (call && call.connectedAt !== null && id !== call.id && (isConsultLeg(fields) || expectsConsult(state, id))) {
    const known = state.consult && state.consult.id === id ? state.consult.state : 'dialing';
    return setConsult(state, { id, number: str(fields['otherDN'] ?? fields['thirdDN']), state: known });
  }
  if (!call || !isOf(call, id)) return beginCall(state, type, callState, fields, at);
  const kept = call.assumed ? callState : call.state;
  return setCall(state, call, kept, fields, at);
}

function setConsult(state: AgentState, consult: Consult): AgentState {
  const before = state.consult;
  const next = before
    ? patch(before, { ...consult, id: consult.id || before.id, number: consult.number || before.number })
    : Object.freeze(consult);
  return patch(state, { consult: next });
}

export const callDialing: Handler = (state, news) => {
  if (!news.since) return announced(state, 'outbound', 'dialing', news);
  const unseen = !state.call && state.calls === news.since.calls;
  if (!unseen) return state;
  const { params } = news;
  return beginCall(
    state,
    'outbound',
    'dialing',
    { otherDN: params['otherDN'], attachedData: params['userData'] },
    news.at,
  );
};

export const callRinging: Handler = (state, news) => announced(state, 'inbound', 'ringing', news);

export const callTalking: Handler = (state, news) => {
  const { fields, at } = news;
  const { call, consult } = state;
  const id = str(fields['callID']);
  if (isOver(state, id) || !speaksOfCall(state, news, (each) => each.state)) return state;
  if (!call) return beginCall(state, 'inbound', 'talking', fields, at);
  const answersConsult =
    consult?.state === 'dialing' && (['', id].includes(consult.id) || id === call.id || isConsultLeg(fields));
  if (consult && (answersConsult || (id !== '' && id === consult.id))) {
    return consult.state === 'dialing' ? setConsult(state, { ...consult, id, state: 'talking' }) : state;
  }
  return isOf(call, id)
    ? setCall(state, call, 'talking', news.since ? nothing : fields, at)
    : beginCall(state, 'inbound', 'talking', fields, at);
};

/** Hold and mute: the call is there, or was missed. */
const during =
  (slice: (call: Call) => unknown, change: (call: Call, fields: Fields, at: number) => Call): Handler =>
  (state, news) => {
    const { call } = state;
    const fields = news.since ? nothing : news.fields;
    const id = str(fields['callID']);
    if (!call || isOver(state, id) || !isOf(call, id) || !speaksOfCall(state, news, slice)) return state;
    return patch(state, { call: change(describe(call, fields), fields, news.at) });
  };

const stateOf = (call: Call): CallState => call.state;

export const callHeld = during(stateOf, (call, fields, at) => inState(call, 'held', fields, at));
export const callRetrieved = during(stateOf, (call, fields, at) => inState(call, 'talking', fields, at));
export const callMuted = during(
  ({ muted }) => muted,
  (call) => patch(call, { muted: true }),
);
export const callUnmuted = during(
  ({ muted }) => muted,
  (call) => patch(call, { muted: false }),
);
export const callChanged = during(stateOf, (call, fields) =>
  patch(call, { parties: updateParties(call.parties, fields, call.state) }),
);

/** Its late messages are no news, as those of a call. */
function endConsult(state: AgentState): AgentState {
  const { call, consult } = state;
  const isLeg = consult && consult.id !== '' && consult.id !== call?.id;
  return patch(state, { consult: null, ended: isLeg ? remember(state.ended, consult.id) : state.ended });
}

/**
 * A message that nobody knows speaks of the call before it was answered: perhaps it says just that. From then on
 * nothing is held back, and the SDK decides.
 */
export const callUnsure: Handler = (state, { fields }) => {
  const { call } = state;
  const concerned = call && call.connectedAt === null && str(fields['callID']) === call.id;
  return concerned ? patch(state, { call: patch(call, { assumed: true }) }) : state;
};

export const callEnded: Handler = (state, news) => {
  const { call, consult, wrapUp } = state;
  const fields = news.since ? nothing : news.fields;
  const id = str(fields['callID']);
  if (news.since && call?.serial !== news.since.call?.serial) return state;
  if (isOver(state, id)) {
    const endsAt = wrapUpEnd(fields);
    return wrapUp?.callId === id && endsAt !== null
      ? patch(state, { wrapUp: patch(wrapUp, { endsAt, presumed: false }) })
      : state;
  }
  const endsConsult = !news.since && id !== call?.id && (id === consult?.id || isConsultLeg(fields));
  if (consult && endsConsult) return endConsult(state);
  if (!call || !isOf(call, id)) return state;
  return endCall(patch(state, { call: describe(call, fields) }), fields, news.at);
};

/** Does a message about the parties concern the running call, or its consultation? */
function concerns(state: AgentState, { fields }: News): boolean {
  const { call, consult } = state;
  const id = str(fields['callID']);
  return !!call && !isOver(state, id) && (isOf(call, id) || id === consult?.id);
}

export const partyAdded: Handler = (state, news) => {
  if (!concerns(state, news)) return state;
  const next = callChanged(state, news);
  return next.consult ? setConsult(next, { ...next.consult, state: 'conference' }) : next;
};

export const partyDeleted: Handler = (state, news) => {
  if (!concerns(state, news)) return state;
  const gone = str(news.fields['thirdDN']);
  const { call, consult } = state;
  return patch(state, {
    consult: consult?.state === 'conference' ? null : consult,
    call: call && gone !== '' ? patch(call, { parties: withoutParty(call.parties, gone) }) : call,
  });
};

const sameConsult = (state: AgentState, { since }: News): boolean =>
  !since || (state.call?.serial === since.call?.serial && state.consult?.state === since.consult?.state);

export const consultDialing: Handler = (state, news) =>
  state.call && !state.consult && sameConsult(state, news)
    ? setConsult(state, { id: '', number: str(news.params['target']), state: 'dialing' })
    : state;

export const consultEnded: Handler = (state, news) => (sameConsult(state, news) ? endConsult(state) : state);

export const consultConference: Handler = (state, news) =>
  state.consult && sameConsult(state, news) ? setConsult(state, { ...state.consult, state: 'conference' }) : state;
