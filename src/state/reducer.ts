import { commandRow, type CommandName, type SdkMessage, type SignalType } from '../sdk/index.js';
import * as call from './call.js';
import * as parties from './call-parties.js';
import * as consult from './consult.js';
import { extensionBack, extensionLost } from './extension.js';
import { emptyFields, type Fields, isRecord, patch } from '../internal/index.js';
import { identify, type Identified } from './identify.js';
import { networkSampled } from './network.js';
import { messageNews, type Handler } from './news.js';
import * as presence from './presence.js';
import { agentsKnown, proven } from './proof.js';
import { restore } from './restore.js';
import type { AgentState, Connection, Phase, StateError } from './model.js';
import { wrapUpDelayed, wrapUpDone } from './wrap-up.js';

/** Everything that can change the state. */
export type Action =
  | { type: 'message'; signal: SignalType; message: SdkMessage; at: number }
  | { type: 'sent'; command: CommandName }
  | Settled
  | { type: 'phase'; phase: Phase; error?: StateError | null }
  | { type: 'connection'; connection: Connection }
  | ({ type: 'identified' } & Identified);

/** A command has been answered, or won't be. */
interface Settled {
  type: 'settled';
  command: CommandName;
  params: Fields;
  /** The state when it was sent. */
  since: AgentState;
  at: number;
  /** The SDK said that it is done. */
  ok: boolean;
  result?: unknown;
  /** The answer came after the waiting had ended: it is no longer pending. */
  late?: boolean;
}

/** Reached again, too: what was said meanwhile is lost. An end that was displaced stays so, whatever the network does. */
const doubted: Handler = (state) =>
  state.connection === 'displaced' ? state : patch(state, { connection: 'reconnecting' });

const displaced: Handler = (state) => patch(state, { phase: 'displaced', connection: 'displaced' });

const handlers: Readonly<Record<SignalType, Handler>> = {
  'agent-login': (state, news) => extensionBack(presence.agentLogin(state, news), news),
  'agent-ready': presence.agentReady,
  'agent-not-ready': presence.agentNotReady,
  'agent-logout': (state, news) => extensionBack(presence.agentLogout(state, news), news),
  breaks: presence.breaksKnown,
  identity: presence.identityKnown,
  agents: agentsKnown,
  restore,
  displaced,
  'call-dialing': call.callDialing,
  'call-ringing': call.callRinging,
  'call-talking': call.callTalking,
  'call-held': call.callHeld,
  'call-retrieved': call.callRetrieved,
  'call-muted': call.callMuted,
  'call-unmuted': call.callUnmuted,
  'call-changed': parties.callChanged,
  'call-presumed': call.callUnsure,
  'call-ended': call.callEnded,
  'call-hung-up': call.callHungUp,
  'party-added': parties.partyAdded,
  'party-deleted': parties.partyDeleted,
  'consult-dialing': consult.consultDialing,
  'consult-cancelled': consult.consultCancelled,
  'consult-returned': consult.consultReturned,
  'consult-conference': consult.consultConference,
  'wrap-up-delayed': wrapUpDelayed,
  'wrap-up-done': wrapUpDone,
  'extension-lost': extensionLost,
  'extension-back': extensionBack,
  network: networkSampled,
  'link-up': doubted,
  'link-down': doubted,
};

function withoutFirst(names: readonly string[], name: string): readonly string[] {
  const index = names.indexOf(name);
  return index < 0 ? names : Object.freeze(names.filter((_, i) => i !== index));
}

function settled(state: AgentState, { command, params, since, at, ok, result, late }: Settled): AgentState {
  const next = late ? state : patch(state, { pending: withoutFirst(state.pending, command) });
  const { signal, when } = commandRow(command);
  if (!ok) return when.consult?.includes('none') === false ? consult.consultUnsure(next) : next;
  if (!signal) return next;
  const news = { fields: isRecord(result) ? result : emptyFields, params, since, at };
  return proven(handlers[signal](next, news), signal, since);
}

/** The one way in which the state changes: pure, total, and the same object where emptyFields has changed. */
export function reduce(state: AgentState, action: Action): AgentState {
  switch (action.type) {
    case 'message':
      return proven(handlers[action.signal](state, messageNews(action.message, action.at)), action.signal, null);
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
