/**
 * The slice of the agent: presence, breaks and identity.
 * A status is often told twice, by the result of a command and by a message, in either order and
 * with different fields. The slice keeps the more exact one, and the start of a status that only
 * gets a name.
 */
import { patch } from '../../internal/index.js';
import type { Agent, AgentState } from '../model.js';
import {
  isSamePresence,
  isVaguePresence,
  renamedBreak,
  withBreakName,
  type AgentProfile,
  type PresenceFields,
  type PresenceReport,
  type SignalOf,
} from '../normalize/index.js';
import { endAllLegs } from './legs.js';
import { endWrapUp } from './wrap-up.js';

/**
 * Sets the presence, with the name of a break where it is known.
 * @param since the start of the presence in milliseconds since 1970, where the platform tells it;
 *   else the known start of the same presence, or the time of the signal
 */
export function withPresence(state: AgentState, report: PresenceReport, at: number, since?: number): AgentState {
  const before = state.presence;
  const presence = withBreakName(report, state.breaks);
  const same = isSamePresence(before, presence);
  const start = since ?? (same ? before.since : at);
  if (same && before.label === presence.label && before.since === start) return state;
  return patch(state, { presence: Object.freeze({ ...presence, since: start }) });
}

/**
 * Tells whether a message has come since the command was sent: it is newer than the result, and
 * more exact unless it has no reason.
 */
const isStale = (state: AgentState, since: AgentState | null): boolean =>
  since !== null && state.presence !== since.presence && !isVaguePresence(state.presence);

/**
 * A ready agent. After-call work is over, because "ready" and "sorting" are two values of the
 * platform's one work status.
 */
export function agentReady(
  state: AgentState,
  { at, since: start }: SignalOf<'agent-ready'>,
  since: AgentState | null,
): AgentState {
  const next = endWrapUp(state);
  return isStale(state, since) ? next : withPresence(next, { status: 'ready' }, at, start);
}

/** An occupied agent. A message without a reason doesn't replace a status that has one. */
export function agentNotReady(
  state: AgentState,
  { presence, at, since: start }: SignalOf<'agent-not-ready'>,
  since: AgentState | null,
): AgentState {
  const next = endWrapUp(state);
  if (isStale(state, since)) return next;
  const { status } = state.presence;
  if (!presence && (status === 'dnd' || status === 'break')) return next;
  return withPresence(next, presence ?? { status: 'dnd' }, at, start);
}

/** A login from this page displaces the other end. */
const takeOver = (state: AgentState): AgentState =>
  state.phase === 'displaced' ? patch(state, { phase: 'ready', connection: 'connected' }) : state;

/**
 * A logged-in agent. Without a status in signal and state they begin with "do not disturb", the
 * documented default (section "Login").
 */
export function agentLogin(
  before: AgentState,
  { presence, profile, at, since: start }: SignalOf<'agent-login'>,
  since: AgentState | null,
): AgentState {
  const state = withProfile(since ? takeOver(before) : before, profile);
  if (isStale(before, since)) return state;
  if (!presence && state.presence.status !== 'offline') return state;
  return withPresence(state, presence ?? { status: 'dnd' }, at, start);
}

/** A logout ends every call, and its after-call work. */
export const agentLogout = (state: AgentState, { at }: SignalOf<'agent-logout'>): AgentState =>
  withPresence(endWrapUp(endAllLegs(state, at)), { status: 'offline' }, at);

/** A restored presence. A message without a status leaves the known one. */
export const restorePresence = (state: AgentState, { presence, since }: PresenceFields, at: number): AgentState =>
  presence ? withPresence(state, presence, at, since) : state;

/** The tenant's breaks; the present one gets its name. */
export function breakListReceived(state: AgentState, { breaks, at }: SignalOf<'breaks'>): AgentState {
  const known = JSON.stringify(breaks) === JSON.stringify(state.breaks);
  const next = known ? state : patch(state, { breaks: Object.freeze(breaks) });
  const present = renamedBreak(state.presence);
  return present ? withPresence(next, present, at) : next;
}

/** The identity before the first result or message tells a part of it. */
const emptyAgent: Agent = Object.freeze({ number: '', id: '', name: '', ext: '', phone: '', phoneType: '' });

/** Gathers the agent's identity from each result or message that tells a part of it. */
export function withProfile(state: AgentState, profile: AgentProfile): AgentState {
  const before = state.agent ?? emptyAgent;
  const agent = patch(before, {
    number: profile.number || before.number,
    id: profile.id || before.id,
    name: profile.name || before.name,
    ext: profile.ext || before.ext,
    phone: profile.phone || before.phone,
    phoneType: profile.phoneType || before.phoneType,
  });
  return agent === before ? state : patch(state, { agent });
}

export const agentProfileReceived = (state: AgentState, { profile }: SignalOf<'identity'>): AgentState =>
  withProfile(state, profile);
