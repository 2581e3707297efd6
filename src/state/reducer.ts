/**
 * The one way in which the state changes. Pure and total: the same object where nothing changes, so that listeners see
 * by identity that nothing is new.
 */
import { patch } from '../internal/index.js';
import { commandRow, type CommandName, type SignalType } from '../sdk/index.js';
import { callSignal, partyAdded, partyDeleted } from './call-signals.js';
import type { AgentState, Connection, Phase, StateError } from './model.js';
import type { Signal, SignalOf } from './normalize/index.js';
import { legOfRunningCall } from './relate.js';
import * as connection from './slices/connection.js';
import * as consult from './slices/consult.js';
import { restoreLeg } from './slices/legs.js';
import { networkSampled } from './slices/network.js';
import { identify, type Identified } from './slices/parties.js';
import * as presence from './slices/presence.js';
import { restoreWrapUp, wrapUpDelayed, wrapUpDone } from './slices/wrap-up.js';

/** Everything that can change the state. */
export type Action =
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'sent'; readonly command: CommandName }
  | Settled
  | { readonly type: 'phase'; readonly phase: Phase; readonly error?: StateError | null }
  | { readonly type: 'connection'; readonly connection: Connection }
  | ({ readonly type: 'identified' } & Identified);

/** A command was answered, or will not be. */
interface Settled {
  readonly type: 'settled';
  readonly command: CommandName;
  /** The SDK reported success. */
  readonly ok: boolean;
  /** The signal of the success; null where it tells nothing, or where there is none. */
  readonly signal: Signal | null;
  /** The state when the command was sent. */
  readonly since: AgentState;
  /** The answer came after the timeout: the command is no longer pending. */
  readonly late?: boolean;
}

/** @param since the state when the command was sent; null for a message */
type Handler<T extends SignalType> = (state: AgentState, signal: SignalOf<T>, since: AgentState | null) => AgentState;

/** What was going on before this page, or while it was out of reach: presence, identity, the call or after-call work. */
function restore(before: AgentState, signal: SignalOf<'restore'>): AgentState {
  const state = presence.withProfile(presence.restorePresence(before, signal, signal.at), signal.profile);
  const { call } = signal;
  const restored = restoreLeg(state, call && legOfRunningCall(state, call.callId), signal);
  return call ? consult.restoreConsult(restored, call, signal.at) : restoreWrapUp(restored, signal);
}

const handlers: { readonly [T in SignalType]: Handler<T> } = {
  'agent-login': (state, signal, since) => connection.extensionBack(presence.agentLogin(state, signal, since)),
  'agent-ready': presence.agentReady,
  'agent-not-ready': presence.agentNotReady,
  'agent-logout': (state, signal) => connection.extensionBack(presence.agentLogout(state, signal)),
  breaks: presence.breakListReceived,
  identity: presence.agentProfileReceived,
  agents: connection.agentListReceived,
  restore,
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
  return connection.confirmConnection(handler(state, signal, since), signal.type, since);
}

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

export function reduce(state: AgentState, action: Action): AgentState {
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
    case 'identified':
      return identify(state, action);
  }
}
