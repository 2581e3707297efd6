import { commandRow, isCommandName } from '../sdk/index.js';
import { inState, isConsultLeg } from './call-change.js';
import { remember, summarise } from './call-end.js';
import { emptyFields, type Fields, patch, str } from '../internal/index.js';
import { role } from './fields.js';
import { nobody } from './identify.js';
import { type Handler, type News } from './news.js';
import type { AgentState, Call, Consult } from './model.js';

type Told = Pick<Consult, 'id' | 'number' | 'state'>;

/** What a message or a success says about the consultation; what it leaves out stays. */
export function setConsult(state: AgentState, told: Told, at: number): AgentState {
  const before = state.consult;
  if (!before) return patch(state, { consult: Object.freeze({ ...told, since: at, presumed: false }) });
  const consult = patch(before, {
    id: told.id || before.id,
    number: told.number || before.number,
    state: told.state,
    since: told.state === before.state ? before.since : at,
    presumed: told.state === before.state && before.presumed,
  });
  return patch(state, { consult });
}

/** Its late messages are no news, as those of a call. */
export function endConsult(state: AgentState): AgentState {
  const { call, consult } = state;
  const isLeg = consult && consult.id !== '' && consult.id !== call?.id;
  return patch(state, {
    consult: null,
    endedCallIds: isLeg ? remember(state.endedCallIds, consult.id) : state.endedCallIds,
  });
}

/** A second leg that comes when a consultation was asked for is that one, whatever its type is called. */
const expectsConsult = ({ consult, pending }: AgentState, id: string): boolean =>
  id !== '' && (consult ? consult.id === '' : pending.includes('initiateConsult'));

/** A leg that dials or rings beside an answered call: the consultation. Undefined where it is none. */
export function consultAnnounced(state: AgentState, { fields, at }: News): AgentState | undefined {
  const id = str(fields['callID']);
  const { call, consult } = state;
  if (!call || call.connectedAt === null || id === call.id) return undefined;
  if (!isConsultLeg(fields) && !expectsConsult(state, id)) return undefined;
  const known = consult && consult.id === id ? consult.state : 'dialing';
  return setConsult(state, { id, number: str(fields['otherDN'] ?? fields['thirdDN']), state: known }, at);
}

/** Somebody was answered: the consulted party? Undefined where it was somebody else. */
export function consultAnswered(state: AgentState, { fields, at }: News): AgentState | undefined {
  const { call, consult } = state;
  if (!consult) return undefined;
  const id = str(fields['callID']);
  const isLeg = id !== '' && id === consult.id;
  if (consult.state !== 'dialing') return isLeg ? state : undefined;
  const answers = ['', consult.id].includes(id) || consult.id === '' || id === call?.id || isConsultLeg(fields);
  return answers ? setConsult(state, { id, number: '', state: 'talking' }, at) : undefined;
}

/** Does the end of a leg leave the running call as it is, because it was the consultation's? */
export const endsConsult = ({ call, consult }: AgentState, fields: Fields): boolean => {
  const id = str(fields['callID']);
  return consult !== null && id !== call?.id && (id === consult.id || isConsultLeg(fields));
};

/** Its leg goes up in the call when the conference is what was asked for. */
export const consultReleased = (state: AgentState, at: number): AgentState =>
  state.consult?.state === 'talking' && state.pending.includes('consultConference')
    ? setConsult(state, { ...state.consult, state: 'conference' }, at)
    : endConsult(state);

const takesOut = (name: string): boolean =>
  isCommandName(name) && ['call-ended', 'call-hung-up', 'agent-logout'].includes(commandRow(name).signal ?? '');

/** Has the agent left both legs, not the caller one of them? */
export const leavesAll = ({ pending }: AgentState, fields: Fields): boolean =>
  role(fields['thisDNRole']) === 'TransferBy' || pending.some(takesOut);

/** The caller has gone, and the agent is still connected with the consulted party: that is the call now. */
export function outlive(state: AgentState, consult: Consult, gone: AgentState, at: number): AgentState {
  const { call } = state;
  if (!call || consult.id === '' || consult.id === call.id || consult.state === 'conference') return gone;
  const serial = gone.callCount + 1;
  const talks = consult.state === 'talking';
  const leg: Call = {
    ...call,
    id: consult.id,
    sequence: serial,
    type: 'consult',
    number: consult.number,
    ...nobody,
    name: consult.name,
    queue: undefined,
    parties: Object.freeze([]),
    startedAt: consult.since,
    connectedAt: null,
    heldAt: null,
    originalCall: call.originalCall ?? summarise(call, state.quality, at),
  };
  const fields = { otherDN: consult.number, otherDNRole: 'Destination' };
  const next = inState(leg, talks ? 'talking' : 'dialing', fields, talks ? consult.since : at);
  return patch(gone, { callCount: serial, wrapUp: null, call: patch(next, { presumed: consult.presumed }) });
}

const sameConsult = (state: AgentState, { since }: News): boolean =>
  !since || (state.call?.sequence === since.call?.sequence && state.consult?.state === since.consult?.state);

export const consultDialing: Handler = (state, news) =>
  state.call && !state.consult && sameConsult(state, news)
    ? setConsult(state, { id: '', number: str(news.params['target']), state: 'dialing' }, news.at)
    : state;

/** The caller is heard again, unless an event has said something else meanwhile. */
function callerBack(state: AgentState, { since, at }: News): AgentState {
  const { call } = state;
  const untold = call && call.state === 'held' && since?.call?.state === 'held';
  return untold ? patch(state, { call: inState(call, 'talking', emptyFields, at) }) : state;
}

export const consultCancelled: Handler = (state, news) => (sameConsult(state, news) ? endConsult(state) : state);

/** "Retrieve After Inquiry": ends the third party's talk and resumes the one with the caller. */
export const consultReturned: Handler = (state, news) =>
  sameConsult(state, news) ? callerBack(endConsult(state), news) : state;

export const consultConference: Handler = (state, news) =>
  state.consult && sameConsult(state, news)
    ? callerBack(setConsult(state, { ...state.consult, state: 'conference' }, news.at), news)
    : state;

/**
 * Something that could be its answer or its end: a message that nobody knows, or a command that should have worked. From
 * then on emptyFields is held back.
 */
export const consultUnsure = (state: AgentState): AgentState =>
  state.consult && state.consult.state !== 'conference'
    ? patch(state, { consult: patch(state.consult, { presumed: true }) })
    : state;

/** A restored call with a third party: a conference, or a consultation of which emptyFields more is told. */
export function restoreConsult(state: AgentState, work: Fields, at: number): AgentState {
  const number = str(work['thirdDN']);
  const { call, consult } = state;
  if (number === '' || !call || call.type === 'consult' || consult?.number === number) return state;
  const roles = [role(work['thisDNRole']), role(work['thirdDNRole'])];
  if (roles.some((each) => ['TransferBy', 'TransferTo', 'DeletedParty'].includes(each))) return state;
  const joined = roles.some((each) => ['NewParty', 'AddedBy', 'ConferenceBy'].includes(each));
  const next = setConsult(state, { id: '', number, state: joined ? 'conference' : 'talking' }, at);
  return joined ? next : consultUnsure(next);
}
