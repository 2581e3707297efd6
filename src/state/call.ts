import { beginCall, describe, inState, isOf, isOver, setCall } from './call-change.js';
import { endCall, wrapUpEnd } from './call-end.js';
import {
  consultAnnounced,
  consultAnswered,
  consultReleased,
  consultUnsure,
  endsConsult,
  leavesAll,
  outlive,
} from './consult.js';
import { emptyFields, type Fields, patch, str } from '../internal/index.js';
import { speaksOfCall, type Handler, type News } from './news.js';
import type { AgentState, Call, CallState, CallType } from './model.js';

/** A call announces itself: it dials or rings. */
function announced(state: AgentState, type: CallType, callState: CallState, news: News): AgentState {
  const { fields, at } = news;
  const id = str(fields['callID']);
  const { call } = state;
  if (isOver(state, id)) return state;
  const consulted = consultAnnounced(state, news);
  if (consulted) return consulted;
  if (!call || !isOf(call, id)) return beginCall(state, type, callState, fields, at);
  const kept = call.presumed ? callState : call.state;
  return setCall(state, call, kept, fields, at);
}

export const callDialing: Handler = (state, news) => {
  if (!news.since) return announced(state, 'outbound', 'dialing', news);
  const unseen = !state.call && state.callCount === news.since.callCount;
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
  const { call } = state;
  const id = str(fields['callID']);
  if (isOver(state, id) || !speaksOfCall(state, news, (each) => each.state)) return state;
  if (!call) return beginCall(state, 'inbound', 'talking', fields, at);
  const consulted = consultAnswered(state, news);
  if (consulted) return consulted;
  return isOf(call, id)
    ? setCall(state, call, 'talking', news.since ? emptyFields : fields, at)
    : beginCall(state, 'inbound', 'talking', fields, at);
};

/** Hold and mute: the call is there, or was missed. */
const during =
  (slice: (call: Call) => unknown, change: (call: Call, fields: Fields, at: number) => Call): Handler =>
  (state, news) => {
    const { call } = state;
    const fields = news.since ? emptyFields : news.fields;
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

/**
 * A message that nobody knows speaks of a call, or a consultation, before it was answered: perhaps it says just that.
 * From then on emptyFields is held back, and the SDK decides.
 */
export const callUnsure: Handler = (state, { fields }) => {
  const { call, consult } = state;
  const id = str(fields['callID']);
  if (!call || id === '') return state;
  if (consult) return consultUnsure(state);
  const concerned = call.connectedAt === null && id === call.id;
  return concerned ? patch(state, { call: patch(call, { presumed: true }) }) : state;
};

/** Which legs it ends isn't documented: where an event has told of one, the others go on. */
export const callHungUp: Handler = (state, news) =>
  news.since?.consult && !state.consult ? state : callEnded(state, news);

export const callEnded: Handler = (state, news) => {
  const { call, consult, wrapUp } = state;
  const { since, at } = news;
  const fields = since ? emptyFields : news.fields;
  const id = str(fields['callID']);
  if (since && call?.sequence !== since.call?.sequence) return state;
  if (isOver(state, id)) {
    const endsAt = wrapUpEnd(fields);
    return wrapUp?.callId === id && endsAt !== null
      ? patch(state, { wrapUp: patch(wrapUp, { endsAt, presumed: false }) })
      : state;
  }
  if (!since && endsConsult(state, fields)) return consultReleased(state, at);
  if (!call || !isOf(call, id)) return state;
  const gone = endCall(patch(state, { call: describe(call, fields) }), fields, at);
  return !since && consult && !leavesAll(state, fields) ? outlive(state, consult, gone, at) : gone;
};
