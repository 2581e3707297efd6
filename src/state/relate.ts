/**
 * The relation of a signal to the agent's legs: which one it is about, whether it begins a new one,
 * or comes late. The only file that compares the ids of calls.
 * The vendor's document doesn't say which messages carry a `callID`, when a leg gets it, or whether
 * an id is used again. The rules here accept each case that was seen or that can be expected; the
 * slices can rely on the result.
 */
import type { AgentState, Call, Consult } from './model.js';
import type { CallSignal } from './normalize/index.js';
import { isLocalCallId, legsOf } from './selectors.js';

export type Relation =
  /** A call that is known. */
  | { readonly to: 'leg'; readonly leg: Call }
  /** A call that is not known yet. */
  | { readonly to: 'new' }
  /** The leg of the consultation. */
  | { readonly to: 'consult'; readonly consult: Consult | null }
  /** A call that is over: the signal came late, and is ignored. */
  | { readonly to: 'late' }
  /** No call of this agent. */
  | { readonly to: 'none' };

const late: Relation = { to: 'late' };
const none: Relation = { to: 'none' };
const newLeg: Relation = { to: 'new' };
const ofLeg = (leg: Call | null | undefined): Relation | undefined => (leg ? { to: 'leg', leg } : undefined);

/** The signals that may begin a leg. */
const announcing: readonly CallSignal['type'][] = ['call-dialing', 'call-ringing', 'call-talking'];

/**
 * Tells whether a signal says itself that its leg is a consultation's: by the type of the call, or
 * by the agent's role in it.
 */
export const isConsultLeg = ({ kind, localRole }: CallSignal): boolean =>
  kind === 'consult' || localRole === 'ConsultBy';

/** Milliseconds. A message that was overtaken by the end of its call arrives at once. */
const MAX_OVERTAKEN_MS = 2_000;

/**
 * An id that is over stays over, unless a message that announces a call is newer than the one that ended it: platforms
 * offer a call again under its id. The vendor's own times tell, or else those of arrival.
 */
function isLate({ endedCallIds, callEndTimes, lastCall }: AgentState, signal: CallSignal): boolean {
  const { type, callId, sentAt, at } = signal;
  if (!endedCallIds.includes(callId)) return false;
  if (!announcing.includes(type)) return true;
  const endSentAt = callEndTimes[callId];
  if (sentAt !== undefined && endSentAt !== undefined) return sentAt <= endSentAt;
  return lastCall?.id !== callId || at - (lastCall.endedAt ?? at) <= MAX_OVERTAKEN_MS;
}

/** The leg that a message without a known id is of: without an id the current call, else one that waits for its id. */
const unidentifiedLeg = (state: AgentState, id: string): Call | null | undefined =>
  id === '' ? state.call : legsOf(state).find((leg) => isLocalCallId(leg.id));

/** The known leg of a call that the platform says is running, whatever was ended before. */
export const legOfRunningCall = (state: AgentState, id: string): Call | null =>
  legsOf(state).find((leg) => id !== '' && leg.id === id) ?? unidentifiedLeg(state, id) ?? null;

/**
 * The leg of the consultation may announce itself again. A second leg beside an answered call is the consultation if it
 * says so, or if a consultation was asked for.
 */
function announcesConsult({ call, consult, pending }: AgentState, signal: CallSignal): boolean {
  const id = signal.callId;
  if (!call || id === call.id) return false;
  if (consult && id !== '' && id === consult.id) return true;
  if (call.connectedAt === null) return false;
  if (isConsultLeg(signal)) return true;
  const expected = consult ? consult.id === '' : pending.includes('initiateConsult');
  return expected && id !== '' && signal.kind !== 'inbound';
}

/** While the consultation dials, an answer is the consulted party's unless it names another leg. */
function answersConsult(consult: Consult, call: Call | null, signal: CallSignal): boolean {
  const id = signal.callId;
  if (consult.state !== 'dialing') return id !== '' && id === consult.id;
  return id === '' || consult.id === '' || id === consult.id || id === call?.id || isConsultLeg(signal);
}

/**
 * The relation of a message. A leg that is known by its id comes first, then lateness, then the
 * consultation, and last the guess by the current call.
 */
function relateMessage(state: AgentState, signal: CallSignal): Relation {
  const { call, consult, waitingCalls } = state;
  const id = signal.callId;
  const known = id === '' ? undefined : legsOf(state).find((leg) => leg.id === id);
  if (!known && isLate(state, signal)) return late;
  const waiting = ofLeg(waitingCalls.find((leg) => leg === known));
  if (waiting) return waiting;
  const toConsult: Relation = { to: 'consult', consult };
  const toLeg = ofLeg(known ?? unidentifiedLeg(state, id));
  switch (signal.type) {
    case 'call-dialing':
    case 'call-ringing':
      return announcesConsult(state, signal) ? toConsult : (toLeg ?? newLeg);
    case 'call-talking':
      return consult && answersConsult(consult, call, signal) ? toConsult : (toLeg ?? newLeg);
    case 'call-ended':
      return consult && !known && (id === consult.id || isConsultLeg(signal)) ? toConsult : (toLeg ?? none);
    case 'call-presumed':
      return id !== '' && consult ? toConsult : (ofLeg(known) ?? none);
    case 'party-added':
    case 'party-deleted':
      return toLeg ?? (consult && id === consult.id ? toConsult : none);
    default:
      return toLeg ?? none;
  }
}

/**
 * A result is of the leg that its command was meant for when it was sent. It is late when that leg is gone, or when a
 * message has told since how it is.
 */
function relateResult(state: AgentState, signal: CallSignal, since: AgentState): Relation {
  if (signal.type === 'call-dialing') return !state.call && state.callCount === since.callCount ? newLeg : late;
  if (signal.type === 'call-hung-up' && since.consult && !state.consult) return none;
  const then = legsOf(since).find((leg) => signal.appliesTo?.includes(leg.state)) ?? since.call;
  if (!then) return none;
  const leg = legsOf(state).find((each) => each.sequence === then.sequence);
  if (!leg) return late;
  const ends = signal.type === 'call-ended' || signal.type === 'call-hung-up';
  const toldMeanwhile =
    signal.type === 'call-muted' || signal.type === 'call-unmuted'
      ? leg.muted !== then.muted
      : !ends && leg.state !== then.state;
  return toldMeanwhile ? late : { to: 'leg', leg };
}

/**
 * Returns the relation of a signal to the legs of a state.
 * @param since the state when the command was sent; null for a message
 */
export const relate = (state: AgentState, signal: CallSignal, since: AgentState | null): Relation =>
  since ? relateResult(state, signal, since) : relateMessage(state, signal);
