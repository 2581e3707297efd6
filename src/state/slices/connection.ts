/**
 * The slice of the connection: whether the platform and the agent's extension can be reached, and
 * whether the state is confirmed.
 * It also has the answer of the list of agents, the only query that tells the status of an agent
 * after an interruption without a restore message.
 */
import { patch } from '../../internal/index.js';
import type { AgentState } from '../model.js';
import type { AgentRow, SignalOf } from '../normalize/index.js';
import { endAllLegs, updateLeg } from './legs.js';
import { withPresence } from './presence.js';
import { endWrapUp } from './wrap-up.js';

/**
 * The link went down or came up: either way messages may have been lost. A displaced end stays displaced, whatever the
 * network does.
 */
export const markReconnecting = (state: AgentState): AgentState =>
  state.connection === 'displaced' ? state : patch(state, { connection: 'reconnecting' });

/**
 * The agent has logged in at another end (`EventAgentConnectionChanged`). The state stays as it
 * was, so that the agent sees which call went on there.
 */
export const displaced = (state: AgentState): AgentState =>
  patch(state, { phase: 'displaced', connection: 'displaced' });

/** A question that was sent before the connection was lost has an old answer. */
const isStale = (state: AgentState, since: AgentState | null): boolean =>
  since !== null && since.connection !== state.connection;

/** Connected, because a message or a current answer has told the agent's status. A displaced session stays displaced. */
export const confirmConnection = (state: AgentState, since: AgentState | null): AgentState =>
  state.connection !== 'displaced' && !isStale(state, since) ? patch(state, { connection: 'connected' }) : state;

/** The platform can't reach the agent's extension, unless the signal names another one. */
export function extensionLost(state: AgentState, { ext }: SignalOf<'extension-lost'>): AgentState {
  const own = state.agent?.ext ?? '';
  return ext !== '' && own !== '' && ext !== own ? state : patch(state, { reachable: false });
}

/**
 * A login binds an extension that works, and a logout unbinds it: both end a warning about the old
 * one.
 */
export const extensionBack = (state: AgentState): AgentState => patch(state, { reachable: true });

/** The list of agents says that an agent is occupied, but not whether by a break. */
const kindOf = (status: string): string => (status === 'break' ? 'dnd' : status);

/** The calls by the agent's row: none is left, or the state of the current one is presumed. */
function withCallsOf(state: AgentState, { isFree }: AgentRow, since: AgentState | null, at: number): AgentState {
  if (state.call !== since?.call) return state; // a message has told more meanwhile
  if (isFree) return endWrapUp(endAllLegs(state, at));
  return state.call ? updateLeg(state, patch(state.call, { presumed: true })) : state;
}

/**
 * The agent's own row in the list of agents. It counts only while the status is unconfirmed: at any other time the
 * messages are more exact.
 */
export function agentListReceived(
  state: AgentState,
  { agents, at }: SignalOf<'agents'>,
  since: AgentState | null,
): AgentState {
  const { connection, agent, presence } = state;
  if (!agent || (connection !== 'reconnecting' && connection !== 'offline') || isStale(state, since)) return state;
  const own = agents.find(({ id, number }) => (agent.id ? id === agent.id : number === agent.number));
  if (!own?.presence) return state;
  const isSame = kindOf(own.presence.status) === kindOf(presence.status);
  const next = isSame ? state : withPresence(state, own.presence, at);
  return patch(withCallsOf(next, own, since, at), { connection: 'connected' });
}
