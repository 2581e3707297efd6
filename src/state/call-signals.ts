/** Applies a signal about a call: finds its leg, looks the transition up, and changes that leg. */
import { patch } from '../internal/index.js';
import type { AgentState, Call } from './model.js';
import type { CallSignal, LegSignalType, SignalOf } from './normalize/index.js';
import { relate } from './relate.js';
import { legsOf } from './selectors.js';
import { consultSignal, endConsult, joinConference, promoteConsultToCall } from './slices/consult.js';
import { beginLeg, endLeg, mergeCallDetails, moveLeg, rememberEnd, updateLeg } from './slices/legs.js';
import { updateParties, withoutParty } from './slices/parties.js';
import { legTransitions, type LegOutcome } from './slices/transitions.js';
import { wrapUpConfirmed } from './slices/wrap-up.js';

type LegSignal = SignalOf<LegSignalType>;

/** The result of the table of transitions for a leg. */
const outcomeOf = (leg: Call | null, type: LegSignalType): LegOutcome =>
  legTransitions[!leg ? 'none' : leg.presumed ? 'presumed' : leg.state][type];

/** Takes over what a signal says about a leg, its parties included, while the state stays. */
function changeLeg(state: AgentState, leg: Call, signal: CallSignal): AgentState {
  const detailed = mergeCallDetails(leg, signal);
  return updateLeg(state, patch(detailed, { parties: updateParties(detailed, signal, leg.state) }));
}

function muteLeg(state: AgentState, leg: Call, signal: CallSignal, muted: boolean): AgentState {
  return updateLeg(state, patch(mergeCallDetails(leg, signal), { muted }));
}

/** The consultation may go on as the call, where a message says that the caller's leg is over. */
function legEnded(state: AgentState, leg: Call, signal: LegSignal): AgentState {
  const ended = endLeg(state, mergeCallDetails(leg, signal), signal, signal.at);
  const isCaller = leg.sequence === state.call?.sequence;
  return signal.type === 'call-ended' && signal.origin === 'message' && isCaller
    ? promoteConsultToCall(state, ended, signal)
    : ended;
}

function legSignal(state: AgentState, leg: Call, signal: LegSignal): AgentState {
  const outcome = outcomeOf(leg, signal.type);
  switch (outcome) {
    case 'ignored':
      return state;
    case 'presumed':
      return updateLeg(state, patch(leg, { presumed: true }));
    case 'ended':
      return legEnded(state, leg, signal);
    case 'same':
      return signal.type === 'call-changed'
        ? changeLeg(state, leg, signal)
        : muteLeg(state, leg, signal, signal.type === 'call-muted');
    default:
      return moveLeg(state, leg, outcome, signal, signal.at);
  }
}

function newLeg(state: AgentState, signal: LegSignal): AgentState {
  const outcome = outcomeOf(null, signal.type);
  return outcome === 'dialing' || outcome === 'ringing' || outcome === 'talking'
    ? beginLeg(state, outcome, signal, signal.at)
    : state;
}

/** Handles every signal about a leg. */
export function callSignal(state: AgentState, signal: LegSignal, since: AgentState | null): AgentState {
  const relation = relate(state, signal, since);
  switch (relation.to) {
    case 'leg':
      return legSignal(state, relation.leg, signal);
    case 'new':
      return newLeg(state, signal);
    case 'consult':
      return consultSignal(state, relation.consult, signal);
    case 'late':
      return signal.type === 'call-ended'
        ? wrapUpConfirmed(rememberEnd(state, signal.callId, signal.sentAt), signal)
        : state;
    case 'none': // an end that comes before the beginning must find the call over
      return signal.type === 'call-ended' ? rememberEnd(state, signal.callId, signal.sentAt) : state;
  }
}

/** Others may add a party while the agent consults another one. */
const addedByAgent = ({ consult }: AgentState, { localRole = 'Unknown', thirdNumber }: CallSignal): boolean =>
  ['Unknown', 'AddedBy', 'ConferenceBy'].includes(localRole) || thirdNumber === consult?.number;

/** The leg that a signal about a party changes: a consultation's party is shown with the call. */
function partyLeg(state: AgentState, signal: CallSignal): Call | null {
  const relation = relate(state, signal, null);
  if (relation.to === 'leg') return relation.leg;
  return relation.to === 'consult' ? state.call : null;
}

const isOfCurrent = (state: AgentState, leg: Call): boolean => leg.sequence === state.call?.sequence;

export function partyAdded(state: AgentState, signal: SignalOf<'party-added'>): AgentState {
  const leg = partyLeg(state, signal);
  if (!leg) return state;
  const isConsults = signal.callId !== '' && signal.callId === state.consult?.id;
  const next = isConsults ? state : changeLeg(state, leg, signal);
  return next.consult && isOfCurrent(next, leg) && addedByAgent(next, signal)
    ? joinConference(next, next.consult, signal.at)
    : next;
}

export function partyDeleted(state: AgentState, signal: SignalOf<'party-deleted'>): AgentState {
  const leg = partyLeg(state, signal);
  if (!leg) return state;
  const gone = signal.thirdNumber;
  const isConsults = signal.callId !== '' && signal.callId === state.consult?.id;
  const next = isConsults ? state : changeLeg(state, leg, { ...signal, thirdNumber: '', thirdRole: undefined });
  const { consult } = next;
  const ends = consult && isOfCurrent(next, leg) && (consult.state === 'conference' || consult.number === gone);
  const without = ends ? endConsult(next, signal.sentAt) : next;
  const changed = legsOf(without).find(({ sequence }) => sequence === leg.sequence);
  return changed && gone !== ''
    ? updateLeg(without, patch(changed, { parties: withoutParty(changed.parties, gone) }))
    : without;
}
