/**
 * The reducer: the only function that changes the state. It finds the handler of a signal, and
 * combines the slices where a signal concerns more than one.
 * Pure and total: it returns the same object where nothing changes, so that listeners see by
 * identity that nothing is new, and no order of signals makes it throw.
 */
import { patch, sameNumber } from '../internal/index.js';
import { commandRow, type CommandName, type MicrophoneProblem, type SignalType } from '../sdk/index.js';
import type { AgentState, Call, CallSummary, Connection, Phase, StateError } from './model.js';
import type { CallSignal, LegSignalType, Signal, SignalOf } from './normalize/index.js';
import { legOfRunningCall, relate } from './relate.js';
import { legsOf } from './selectors.js';
import * as connection from './slices/connection.js';
import * as consult from './slices/consult.js';
import { beginLeg, endLeg, mergeCallDetails, moveLeg, rememberEnd, restoreLeg, updateLeg } from './slices/legs.js';
import { networkSampled } from './slices/network.js';
import { identify, updateParties, withoutParty, type Identified } from './slices/parties.js';
import * as presence from './slices/presence.js';
import { legTransitions, type LegOutcome } from './slices/transitions.js';
import { restoreWrapUp, withInterrupted, wrapUpConfirmed, wrapUpDelayed, wrapUpDone } from './slices/wrap-up.js';

/** Everything that can change the state. */
export type Action =
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'sent'; readonly command: CommandName }
  | Settled
  | { readonly type: 'phase'; readonly phase: Phase; readonly error?: StateError | null }
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'microphone'; readonly problem: MicrophoneProblem | null }
  | ({ readonly type: 'identified' } & Identified)
  /**
   * The call that the page before this one, or another session of the page, was closed in; null: the platform has told
   * already what became of it.
   */
  | { readonly type: 'interrupted'; readonly call: CallSummary | null; readonly at: number };

/** A command was answered, or will not be. */
interface Settled {
  readonly type: 'settled';
  readonly command: CommandName;
  /** The SDK reported success. */
  readonly ok: boolean;
  /** The signal of the success; null where it changes nothing, or where there is none. */
  readonly signal: Signal | null;
  /** The state when the command was sent. */
  readonly since: AgentState;
  /** The answer came after the timeout: the command is no longer pending. */
  readonly late?: boolean;
}

/** @param since the state when the command was sent; null for a message */
type Handler<T extends SignalType> = (state: AgentState, signal: SignalOf<T>, since: AgentState | null) => AgentState;

/** A signal about one leg: a row of the transition table handles it. */
type LegSignal = SignalOf<LegSignalType>;

/** The result of the table of transitions for a leg. */
const outcomeOf = (leg: Call | null, type: LegSignalType): LegOutcome =>
  legTransitions[!leg ? 'none' : leg.presumed ? 'presumed' : leg.state][type];

/** Takes over what a signal says about a leg, its parties included, while the state stays. */
function changeLeg(state: AgentState, leg: Call, signal: CallSignal): AgentState {
  const detailed = mergeCallDetails(leg, signal);
  return updateLeg(state, patch(detailed, { parties: updateParties(detailed, signal, leg.state) }));
}

/**
 * Takes over a switched microphone. A message about it may bring the call's id, but tells nothing
 * about its parties.
 */
function muteLeg(state: AgentState, leg: Call, signal: CallSignal, muted: boolean): AgentState {
  return updateLeg(state, patch(mergeCallDetails(leg, signal), { muted }));
}

/** The consultation may go on as the call, where a message says that the caller's leg is over. */
function legEnded(state: AgentState, leg: Call, signal: LegSignal): AgentState {
  const ended = endLeg(state, mergeCallDetails(leg, signal), signal, signal.at);
  const isCaller = leg.sequence === state.call?.sequence;
  return signal.type === 'call-ended' && signal.origin === 'message' && isCaller
    ? consult.promoteConsultToCall(state, ended, signal)
    : ended;
}

/** Applies the table of transitions to a leg that is known. */
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

/**
 * Begins a leg, for a signal that announces one. The table says in which state; a signal that can't
 * begin a leg is ignored.
 */
function newLeg(state: AgentState, signal: LegSignal): AgentState {
  const outcome = outcomeOf(null, signal.type);
  return outcome === 'dialing' || outcome === 'ringing' || outcome === 'talking'
    ? beginLeg(state, outcome, signal, signal.at)
    : state;
}

/** Handles every signal about a leg. */
function callSignal(state: AgentState, signal: LegSignal, since: AgentState | null): AgentState {
  const relation = relate(state, signal, since);
  switch (relation.to) {
    case 'leg':
      return legSignal(state, relation.leg, signal);
    case 'new':
      return newLeg(state, signal);
    case 'consult':
      return consult.consultSignal(state, relation.consult, signal);
    case 'late':
      return signal.type === 'call-ended'
        ? wrapUpConfirmed(rememberEnd(state, signal.callId, signal.sentAt), signal)
        : state;
    case 'none': // an end that comes before the beginning must find the call over
      return signal.type === 'call-ended' ? rememberEnd(state, signal.callId, signal.sentAt) : state;
  }
}

/** Others may add a party while the agent consults another one. */
const addedByAgent = (state: AgentState, { localRole = 'Unknown', thirdNumber }: CallSignal): boolean =>
  ['Unknown', 'AddedBy', 'ConferenceBy'].includes(localRole) || sameNumber(thirdNumber, state.consult?.number);

/** The leg that a signal about a party changes: a consultation's party is shown with the call. */
function partyLeg(state: AgentState, signal: CallSignal): Call | null {
  const relation = relate(state, signal, null);
  if (relation.to === 'leg') return relation.leg;
  return relation.to === 'consult' ? state.call : null;
}

/** A consultation belongs to the current call, never to a waiting one. */
const isOfCurrent = (state: AgentState, leg: Call): boolean => leg.sequence === state.call?.sequence;

/**
 * Adds the party that a message names. Where the agent's own consultation has brought it in, the
 * consultation becomes a conference.
 */
function partyAdded(state: AgentState, signal: SignalOf<'party-added'>): AgentState {
  const leg = partyLeg(state, signal);
  if (!leg) return state;
  const isConsults = signal.callId !== '' && signal.callId === state.consult?.id;
  const next = isConsults ? state : changeLeg(state, leg, signal);
  return next.consult && isOfCurrent(next, leg) && addedByAgent(next, signal)
    ? consult.joinConference(next, next.consult, signal.at)
    : next;
}

/**
 * Removes the party that a message names. A conference, or the consultation of that party, is over
 * then, and the call goes on with the others.
 */
function partyDeleted(state: AgentState, signal: SignalOf<'party-deleted'>): AgentState {
  const leg = partyLeg(state, signal);
  if (!leg) return state;
  const gone = signal.thirdNumber;
  const isConsults = signal.callId !== '' && signal.callId === state.consult?.id;
  const next = isConsults ? state : changeLeg(state, leg, { ...signal, thirdNumber: '', thirdRole: undefined });
  const ends =
    next.consult &&
    isOfCurrent(next, leg) &&
    (next.consult.state === 'conference' || sameNumber(next.consult.number, gone));
  const without = ends ? consult.endConsult(next, signal.sentAt) : next;
  const changed = legsOf(without).find(({ sequence }) => sequence === leg.sequence);
  return changed && gone !== ''
    ? updateLeg(without, patch(changed, { parties: withoutParty(changed.parties, gone) }))
    : without;
}

/**
 * Restores the state of the time before this page, or during an interruption: presence, identity,
 * the call or after-call work.
 */
function restore(before: AgentState, signal: SignalOf<'restore'>): AgentState {
  const state = presence.withProfile(presence.restorePresence(before, signal, signal.at), signal.profile);
  const { call } = signal;
  const restored = restoreLeg(state, call && legOfRunningCall(state, call.callId), signal);
  return call ? consult.restoreConsult(restored, call, signal.at) : restoreWrapUp(restored, signal);
}

/** A handler of a signal that tells the agent's status: the connection is confirmed afterwards. */
const confirming =
  <T extends SignalType>(handler: Handler<T>): Handler<T> =>
  (state, signal, since) =>
    connection.confirmConnection(handler(state, signal, since), since);

/** One handler for each signal. */
const handlers: { readonly [T in SignalType]: Handler<T> } = {
  'agent-login': confirming((...args) => connection.extensionBack(presence.agentLogin(...args))),
  'agent-ready': confirming(presence.agentReady),
  'agent-not-ready': confirming(presence.agentNotReady),
  'agent-logout': confirming((state, signal) => connection.extensionBack(presence.agentLogout(state, signal))),
  breaks: presence.breakListReceived,
  identity: presence.agentProfileReceived,
  agents: connection.agentListReceived,
  restore: confirming(restore),
  displaced: connection.displaced,
  'call-dialing': callSignal,
  'call-ringing': callSignal,
  'call-talking': callSignal,
  'call-held': callSignal,
  'call-retrieved': callSignal,
  'call-muted': callSignal,
  'call-unmuted': callSignal,
  'call-changed': callSignal,
  'call-presumed': callSignal,
  'call-ended': callSignal,
  'call-hung-up': callSignal,
  'party-added': partyAdded,
  'party-deleted': partyDeleted,
  'consult-dialing': consult.consultDialing,
  'consult-cancelled': consult.consultCancelled,
  'consult-returned': consult.consultReturned,
  'consult-conference': consult.consultConference,
  'wrap-up-delayed': wrapUpDelayed,
  'wrap-up-done': wrapUpDone,
  'extension-lost': connection.extensionLost,
  'extension-back': connection.extensionBack,
  network: networkSampled,
  'link-up': connection.markReconnecting,
  'link-down': connection.markReconnecting,
};

function applySignal<T extends SignalType>(
  state: AgentState,
  signal: SignalOf<T>,
  since: AgentState | null,
): AgentState {
  const handler: Handler<T> = handlers[signal.type];
  return handler(state, signal, since);
}

/** Removes one occurrence only: the same command may be pending twice. */
function withoutFirst(names: readonly string[], name: string): readonly string[] {
  const index = names.indexOf(name);
  return index < 0 ? names : Object.freeze(names.filter((_, i) => i !== index));
}

/** A failed command that needs a consultation leaves that one presumed: perhaps it is over. */
function settled(state: AgentState, { command, ok, signal, since, late }: Settled): AgentState {
  const next = late ? state : patch(state, { pending: withoutFirst(state.pending, command) });
  if (ok) return signal ? applySignal(next, signal, since) : next;
  const needsConsult = commandRow(command).when.consult?.includes('none') === false;
  return needsConsult ? consult.presumeConsult(next) : next;
}

/** The platform has told what became of the call of the page before, or another session takes its call over. */
const withoutInterrupted = (state: AgentState, next: AgentState): AgentState =>
  next.interruptedCall && (next.call !== state.call || next.wrapUp !== state.wrapUp || next.presence !== state.presence)
    ? patch(next, { interruptedCall: null })
    : next;

function apply(state: AgentState, action: Action): AgentState {
  switch (action.type) {
    case 'signal':
      return applySignal(state, action.signal, null);
    case 'sent':
      return patch(state, { pending: Object.freeze([...state.pending, action.command]) });
    case 'settled':
      return settled(state, action);
    case 'phase':
      return patch(state, {
        phase: action.phase,
        error: action.error ? Object.freeze(action.error) : null,
        connection: action.phase === 'loading' ? 'connected' : state.connection,
      });
    case 'connection':
      return patch(state, { connection: action.connection });
    case 'microphone':
      return patch(state, { microphone: state.call && action.problem });
    case 'identified':
      return identify(state, action);
    case 'interrupted':
      return withInterrupted(state, action.call, action.at);
  }
}

/** Returns the next state; the same object where the action changes nothing. */
export const reduce = (state: AgentState, action: Action): AgentState =>
  withoutInterrupted(state, apply(state, action));
