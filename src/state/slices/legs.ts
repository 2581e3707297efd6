/**
 * The legs of the agent's calls. Each is kept by its `sequence`; the vendor's id may come late, change, or be used
 * again. `call` and `waitingCalls` of the public state are a selection from them, made by {@link withLegs} alone.
 */
import { type Fields, patch, sameNumber } from '../../internal/index.js';
import type { AgentState, Call, CallState, CallType } from '../model.js';
import { noDetails, type CallDetails, type CallFields, type SignalOf } from '../normalize/index.js';
import { isLocalCallId, legsOf, localCallId, summarizeCall } from '../selectors.js';
import { emptyPartyInfo, replaceNumber, updateParties } from './parties.js';
import { createWrapUp } from './wrap-up.js';

/** The number of ended calls whose late messages are recognised. */
const MAX_ENDED_CALLS = 32;

/** One object for all calls without business data, so that they compare as equal. */
const noData: Fields = Object.freeze({});

/** The known business data with that of a signal; the same object where nothing is new. */
function mergeAttachedData(known: Fields, data: Fields | undefined): Fields {
  if (!data || Object.keys(data).every((key) => Object.is(known[key], data[key]))) return known;
  const all = { ...known, ...data };
  return JSON.stringify(all) === JSON.stringify(known) ? known : Object.freeze(all);
}

/** Takes over the details of a signal, but for the state, and new or changed parties. */
export function mergeCallDetails(call: Call, details: CallDetails): Call {
  const number = details.otherNumber || call.number;
  const parties = replaceNumber(call.parties, call.number, details.otherNumber, details.otherRole);
  return patch(call, {
    ...(call.number === '' || sameNumber(call.number, number) ? undefined : emptyPartyInfo),
    id: details.callId !== '' && isLocalCallId(call.id) ? details.callId : call.id,
    number,
    localNumber: details.localNumber || call.localNumber,
    parties: replaceNumber(parties, call.localNumber, details.localNumber),
    type: details.kind ?? call.type,
    queue: details.queue || call.queue,
    attachedData: mergeAttachedData(call.attachedData, details.attachedData),
  });
}

/**
 * Brings a call into a reported state, with the parties of the signal. A late message may be older than what is known,
 * so each time is at least the one before.
 */
export function withCallState(call: Call, state: CallState, details: CallDetails, at: number): Call {
  const isConnected = state === 'talking' || state === 'held';
  const connectedAt = call.connectedAt ?? (isConnected ? Math.max(at, call.startedAt) : null);
  return patch(call, {
    state,
    presumed: false,
    connectedAt,
    heldAt: state === 'held' ? (call.heldAt ?? Math.max(at, connectedAt ?? at)) : null,
    parties: updateParties(call, details, state),
  });
}

/** Talking comes before held and before a call that may have been answered; one that is not answered comes last. */
const rank = ({ state, presumed }: Call): number => (state === 'talking' ? 2 : state === 'held' || presumed ? 1 : 0);

/** Tells whether a leg is answered, or goes on for a call that was. */
const isAnswered = ({ connectedAt, originalCall }: Call): boolean => connectedAt !== null || originalCall !== null;

/**
 * Selects the current call and the waiting ones from the legs. After-call work ends when a call is answered: one that
 * only rings may end without an answer, and the work goes on. A call stays the current one until another is further:
 * a call that only rings never replaces one that is answered.
 */
export function withLegs(state: AgentState, legs: readonly Call[]): AgentState {
  const best = Math.max(...legs.map(rank));
  const candidates = legs.filter((leg) => rank(leg) === best);
  const current = candidates.find(({ sequence }) => sequence === state.call?.sequence);
  const call = current ?? candidates.sort((a, b) => a.sequence - b.sequence)[0] ?? null;
  const waiting = legs.filter((leg) => leg !== call).sort((a, b) => a.sequence - b.sequence);
  const same = waiting.length === state.waitingCalls.length && waiting.every((leg, i) => leg === state.waitingCalls[i]);
  return patch(state, {
    call,
    microphone: call && state.microphone,
    waitingCalls: same ? state.waitingCalls : Object.freeze(waiting),
    wrapUp: legs.some(isAnswered) ? null : state.wrapUp,
    quality: call?.sequence === state.call?.sequence ? state.quality : null,
  });
}

const replaceLeg = (legs: readonly Call[], after: Call): readonly Call[] =>
  legs.map((leg) => (leg.sequence === after.sequence ? after : leg));

/**
 * Replaces a leg, and selects the current one anew: a leg that is held may leave the place to one
 * that talks.
 */
export const updateLeg = (state: AgentState, after: Call): AgentState =>
  withLegs(state, replaceLeg(legsOf(state), after));

/**
 * One voice path: when a leg begins to talk, any other that talked waits on hold, or is gone. The platform doesn't tell
 * which, so its state is presumed.
 */
function holdOthers(legs: readonly Call[], talking: Call, at: number): readonly Call[] {
  return legs.map((leg) =>
    leg.state === 'talking' && leg.sequence !== talking.sequence
      ? patch(withCallState(leg, 'held', noDetails, at), { presumed: true })
      : leg,
  );
}

/**
 * Brings a known leg into a state, with the details of the signal. A leg that begins to talk puts
 * the others on hold.
 */
export function moveLeg(state: AgentState, leg: Call, to: CallState, details: CallDetails, at: number): AgentState {
  const after = withCallState(mergeCallDetails(leg, details), to, details, at);
  const legs = replaceLeg(legsOf(state), after);
  return withLegs(state, to === 'talking' && leg.state !== 'talking' ? holdOthers(legs, after, at) : legs);
}

/**
 * The type of a call whose first signal has none. An answered call that was never announced is more
 * often a customer's.
 */
const directions: Readonly<Record<CallState, CallType>> = {
  dialing: 'outbound',
  ringing: 'inbound',
  talking: 'inbound',
  held: 'inbound',
};

/** A new leg in its first state. The next sequence number is the key; the state does not count it yet. */
function createLeg(state: AgentState, to: CallState, details: CallDetails, startedAt: number, at: number): Call {
  const sequence = state.callCount + 1;
  const leg: Call = {
    id: localCallId(sequence),
    sequence,
    type: directions[to],
    state: to,
    number: '',
    localNumber: '',
    parties: Object.freeze([]),
    muted: false,
    startedAt,
    connectedAt: null,
    heldAt: null,
    attachedData: noData,
    originalCall: null,
    presumed: false,
  };
  return withCallState(mergeCallDetails(leg, details), to, details, at);
}

/** Adds a leg beside the others: a call is over when the platform says so. */
export function beginLeg(state: AgentState, to: CallState, details: CallDetails, at: number): AgentState {
  return addLeg(forgetEnd(state, details.callId), createLeg(state, to, details, at, at), at);
}

/** An id that is announced again is of a new call. */
function forgetEnd(state: AgentState, id: string): AgentState {
  if (!state.endedCallIds.includes(id)) return state;
  const { [id]: _ended, ...callEndTimes } = state.callEndTimes;
  return patch(state, {
    endedCallIds: Object.freeze(state.endedCallIds.filter((each) => each !== id)),
    callEndTimes: Object.freeze(callEndTimes),
  });
}

/** Adds a leg beside the others. One that talks puts the others on hold. */
export function addLeg(state: AgentState, leg: Call, at: number): AgentState {
  return withLegs(patch(state, { callCount: leg.sequence }), [
    ...(leg.state === 'talking' ? holdOthers(legsOf(state), leg, at) : legsOf(state)),
    leg,
  ]);
}

/** Remembers an id as over, with the vendor's time of the message that said so, where told. */
export function rememberEnd(state: AgentState, id: string, sentAt: number | undefined): AgentState {
  if (id === '') return state;
  const endedCallIds = state.endedCallIds.includes(id)
    ? state.endedCallIds
    : Object.freeze([...state.endedCallIds, id].slice(-MAX_ENDED_CALLS));
  const known = state.callEndTimes[id];
  const isNewer = sentAt !== undefined && (known === undefined || known < sentAt);
  if (endedCallIds === state.endedCallIds && !isNewer) return state;
  const times = isNewer ? { ...state.callEndTimes, [id]: sentAt } : state.callEndTimes;
  const kept = Object.entries(times).filter(([each]) => endedCallIds.includes(each));
  return patch(state, { endedCallIds, callEndTimes: Object.freeze(Object.fromEntries(kept)) });
}

/** How a leg ends: the deadline of its after-call work and the vendor's time, where told. */
type Ending = Partial<Pick<CallFields, 'wrapUpEndsAt' | 'sentAt'>>;

/**
 * Ends a leg. An answered one is followed by after-call work, presumed where no message says so, unless the agent is in
 * another call. One that was never answered leaves the work of the call before it alone.
 */
export function endLeg(state: AgentState, leg: Call, { wrapUpEndsAt = null, sentAt }: Ending, at: number): AgentState {
  const isCurrent = leg.sequence === state.call?.sequence;
  const legs = legsOf(state).filter(({ sequence }) => sequence !== leg.sequence);
  const lastCall = summarizeCall(leg, isCurrent ? state.quality : null, at);
  const worked = leg.originalCall ?? (leg.connectedAt === null ? null : lastCall);
  const ended = patch(rememberEnd(state, leg.id, sentAt), {
    consult: isCurrent ? null : state.consult,
    wrapUp: worked ? createWrapUp(worked, lastCall.endedAt ?? at, wrapUpEndsAt, wrapUpEndsAt === null) : state.wrapUp,
    lastCall,
  });
  return withLegs(ended, legs);
}

/** Ends legs in the order of {@link legsOf} reversed, so that after-call work of the current call follows. */
export const endLegs = (state: AgentState, legs: readonly Call[], at: number): AgentState =>
  [...legs].reverse().reduce((next, leg) => endLeg(next, leg, {}, at), state);

export const endAllLegs = (state: AgentState, at: number): AgentState => endLegs(state, legsOf(state), at);

/** Restores the running call. The platform tells one call after a gap: any other has ended unseen. */
export function restoreLeg(state: AgentState, leg: Call | null, signal: SignalOf<'restore'>): AgentState {
  const { call, workSince, at } = signal;
  if (!call) return endAllLegs(state, at);
  const others = legsOf(state).filter((each) => each !== leg);
  const alone = endLegs(state, others, at);
  if (leg) {
    if (call.state) return moveLeg(alone, leg, call.state, call, at);
    const detailed = mergeCallDetails(leg, call);
    return updateLeg(alone, patch(detailed, { parties: updateParties(detailed, call, leg.state), presumed: true }));
  }
  const known = state.lastCall?.id === call.callId ? state.lastCall : null; // seen before, by this page or the last one
  const startedAt = known?.startedAt ?? workSince ?? at;
  const begun = createLeg(alone, call.state ?? 'talking', { ...call, kind: call.kind ?? 'inbound' }, startedAt, at);
  const connectedAt = begun.connectedAt === null ? null : (known?.connectedAt ?? startedAt);
  return addLeg(alone, patch(begun, { connectedAt, presumed: call.state === undefined }), at);
}
