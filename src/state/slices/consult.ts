/**
 * The slice of the consultation: the third party beside the call, the conference with it, and the
 * call that the consultation may become.
 * The document has commands for a consultation and hardly any message about it, so most rules here
 * decide by the commands that are pending and by the roles that messages name.
 */
import { patch, sameNumber } from '../../internal/index.js';
import { commandRow, isCommandName } from '../../sdk/index.js';
import type { AgentState, Call, Consult } from '../model.js';
import { noDetails, type CallFields, type CallSignal, type SignalOf } from '../normalize/index.js';
import { legsOf, summarizeCall } from '../selectors.js';
import { addLeg, moveLeg, rememberEnd, withCallState } from './legs.js';
import { emptyPartyInfo } from './parties.js';

/** The fields of a consultation that signals bring; the others follow from the change. */
type ConsultUpdate = Pick<Consult, 'id' | 'number' | 'state'>;

/** Begins or updates the consultation; an empty id or number leaves the known one. */
export function setConsult(state: AgentState, update: ConsultUpdate, at: number): AgentState {
  const before = state.consult;
  if (!before) return patch(state, { consult: Object.freeze({ ...update, since: at, presumed: false }) });
  const isSame = update.state === before.state;
  const consult = patch(before, {
    id: update.id || before.id,
    number: update.number || before.number,
    state: update.state,
    since: isSame ? before.since : at,
    presumed: isSame && before.presumed,
  });
  return patch(state, { consult });
}

/**
 * Makes the consultation a conference: all three parties hear each other (section "3rd-Party Call
 * After Inquiry").
 */
export const joinConference = (state: AgentState, consult: Consult, at: number): AgentState =>
  setConsult(state, { ...consult, state: 'conference' }, at);

/** Ends the consultation; late messages about its leg are ignored, as those about a call are. */
export function endConsult(state: AgentState, sentAt?: number): AgentState {
  const { consult } = state;
  const hasLeg = consult && legsOf(state).every(({ id }) => id !== consult.id);
  return patch(hasLeg ? rememberEnd(state, consult.id, sentAt) : state, { consult: null });
}

/**
 * Makes the consultation presumed: a message of an unknown name, or a failed command, may have been its answer or its
 * end. From then on no control is held back.
 */
export const presumeConsult = (state: AgentState): AgentState =>
  state.consult && state.consult.state !== 'conference'
    ? patch(state, { consult: patch(state.consult, { presumed: true }) })
    : state;

/** The leg of the consultation becomes part of the call when the conference is what was asked for. */
function consultReleased(state: AgentState, consult: Consult | null, { at, sentAt }: CallSignal): AgentState {
  const joins = consult?.state === 'talking' && state.pending.includes('consultConference');
  return joins ? joinConference(state, consult, at) : endConsult(state, sentAt);
}

/** Applies a signal about the consultation's leg. */
export function consultSignal(state: AgentState, consult: Consult | null, signal: CallSignal): AgentState {
  const { callId, otherNumber, thirdNumber, at } = signal;
  switch (signal.type) {
    case 'call-dialing':
    case 'call-ringing': {
      const known = consult && consult.id === callId ? consult.state : 'dialing';
      return setConsult(state, { id: callId, number: otherNumber || thirdNumber, state: known }, at);
    }
    case 'call-talking':
      return consult?.state === 'dialing' ? setConsult(state, { id: callId, number: '', state: 'talking' }, at) : state;
    case 'call-ended':
      return consultReleased(state, consult, signal);
    case 'call-presumed':
      return presumeConsult(state);
    default:
      return state;
  }
}

/** The commands that take the agent out of every leg. */
const leavesEveryLeg = (name: string): boolean =>
  isCommandName(name) && ['call-ended', 'call-hung-up', 'agent-logout'].includes(commandRow(name).signal ?? '');

/** Tells whether the agent has left both legs, and not the caller one of them. */
const leftByAgent = ({ pending }: AgentState, { localRole }: CallSignal): boolean =>
  localRole === 'TransferBy' || pending.some(leavesEveryLeg);

/**
 * Makes the consultation the call where the caller has hung up and the agent is still connected with the third party.
 * @param before the state with the caller's call
 * @param ended the state without it
 */
export function promoteConsultToCall(
  before: AgentState,
  ended: AgentState,
  signal: SignalOf<'call-ended'>,
): AgentState {
  const { call, consult } = before;
  if (!call || !consult || consult.id === '') return ended;
  if ([call, ...legsOf(ended)].some(({ id }) => id === consult.id)) return ended; // a leg of its own already
  if (consult.state === 'conference' || leftByAgent(before, signal)) return ended;
  const talks = consult.state === 'talking';
  const leg: Call = {
    ...call,
    id: consult.id,
    sequence: ended.callCount + 1,
    type: 'consult',
    number: consult.number,
    ...emptyPartyInfo,
    name: consult.name,
    queue: undefined,
    parties: Object.freeze([]),
    startedAt: consult.since,
    connectedAt: null,
    heldAt: null,
    originalCall:
      call.originalCall ?? (call.connectedAt === null ? null : summarizeCall(call, before.quality, signal.at)),
  };
  const details = { ...noDetails, otherNumber: consult.number, otherRole: 'Destination' };
  const promoted = withCallState(leg, talks ? 'talking' : 'dialing', details, talks ? consult.since : signal.at);
  return addLeg(ended, patch(promoted, { presumed: consult.presumed }), signal.at);
}

/**
 * Tells whether a result still counts: the call and the state of the consultation are what they
 * were when the command was sent. A message, whose `since` is null, always counts.
 */
const isCurrent = (state: AgentState, since: AgentState | null): boolean =>
  !since || (state.call?.sequence === since.call?.sequence && state.consult?.state === since.consult?.state);

/**
 * Begins the consultation by the result of `initiateConsult`. A message about its leg may have
 * begun it already, with an id.
 */
export const consultDialing = (
  state: AgentState,
  { target, at }: SignalOf<'consult-dialing'>,
  since: AgentState | null,
): AgentState =>
  state.call && !state.consult && isCurrent(state, since)
    ? setConsult(state, { id: '', number: target, state: 'dialing' }, at)
    : state;

/** Resumes the talk with the caller, unless a message has told otherwise meanwhile. */
function resumeCaller(state: AgentState, since: AgentState | null, at: number): AgentState {
  const { call } = state;
  const untold = call && call.state === 'held' && since?.call?.state === 'held';
  return untold ? moveLeg(state, call, 'talking', noDetails, at) : state;
}

/** Ends a consultation that was not answered. The call stays on hold: the agent resumes it. */
export const consultCancelled = (
  state: AgentState,
  _signal: SignalOf<'consult-cancelled'>,
  since: AgentState | null,
): AgentState => (isCurrent(state, since) ? endConsult(state) : state);

/** Section "Retrieve After Inquiry": ends the talk with the third party and resumes the one with the caller. */
export const consultReturned = (
  state: AgentState,
  { at }: SignalOf<'consult-returned'>,
  since: AgentState | null,
): AgentState => (isCurrent(state, since) ? resumeCaller(endConsult(state), since, at) : state);

/**
 * Makes a conference by the result of `consultConference`, and resumes the customer, who was on
 * hold.
 */
export const consultConference = (
  state: AgentState,
  { at }: SignalOf<'consult-conference'>,
  since: AgentState | null,
): AgentState =>
  state.consult && isCurrent(state, since) ? resumeCaller(joinConference(state, state.consult, at), since, at) : state;

/** Restores a call with a third party: a conference, or a consultation whose state is presumed. */
export function restoreConsult(
  state: AgentState,
  { thirdNumber: number, localRole, thirdRole }: CallFields,
  at: number,
): AgentState {
  const { call, consult } = state;
  if (number === '' || !call || call.type === 'consult' || sameNumber(consult?.number, number)) return state;
  const hasRole = (...roles: string[]): boolean => roles.some((role) => role === localRole || role === thirdRole);
  if (hasRole('TransferBy', 'TransferTo', 'DeletedParty')) return state;
  const joined = hasRole('NewParty', 'AddedBy', 'ConferenceBy');
  const next = setConsult(state, { id: '', number, state: joined ? 'conference' : 'talking' }, at);
  return joined ? next : presumeConsult(next);
}
