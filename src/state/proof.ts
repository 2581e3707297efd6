import type { SignalType } from '../sdk/index.js';
import { endCall } from './call-end.js';
import { emptyFields, type Fields, isRecord, patch, str } from '../internal/index.js';
import { type Handler, type News } from './news.js';
import { decodePresence, withPresence } from './presence.js';
import type { AgentState } from './model.js';

const telling: readonly SignalType[] = ['agent-login', 'agent-ready', 'agent-not-ready', 'agent-logout', 'restore'];

/** Asked before the connection was lost, it is an old answer. */
const isOld = (state: AgentState, since: AgentState | null): boolean =>
  since !== null && since.connection !== state.connection;

/** What tells the agent's status proves that the platform is reached, and that what is shown is true again. */
export const proven = (state: AgentState, signal: SignalType, since: AgentState | null): AgentState =>
  telling.includes(signal) && state.connection !== 'displaced' && !isOld(state, since)
    ? patch(state, { connection: 'connected' })
    : state;

/** The list tells that somebody is occupied, not whether by a break. */
const kind = (status: string): string => (status === 'break' ? 'dnd' : status);

/** Work status 1 is "ready" (section "Query Enterprise Agent List"): no call is left. Other codes are not documented. */
function withCallOf(state: AgentState, row: Fields, { since, at }: News): AgentState {
  if (state.call !== since?.call) return state; // a message has told more meanwhile
  if (str(row['workStatus']) === '1') return patch(endCall(state, emptyFields, at), { wrapUp: null });
  return state.call ? patch(state, { call: patch(state.call, { presumed: true }) }) : state;
}

/**
 * The agent's own row in a list of agents. It counts only while the status is unproven: at any other time the messages
 * know better.
 */
export const agentsKnown: Handler = (state, news) => {
  const { connection, agent, breaks, presence } = state;
  if (!agent || (connection !== 'reconnecting' && connection !== 'offline') || isOld(state, news.since)) return state;
  const rows: readonly unknown[] = Array.isArray(news.fields['agents']) ? news.fields['agents'] : [];
  const own = rows
    .filter(isRecord)
    .find((row) => (agent.id ? str(row['agentUUID']) === agent.id : str(row['agentID']) === agent.number));
  const status = own && decodePresence({ agentState: own['agentState'] }, breaks);
  if (!status) return state;
  const next = kind(status.status) === kind(presence.status) ? state : withPresence(state, status, news.at);
  return patch(withCallOf(next, own, news), { connection: 'connected' });
};
