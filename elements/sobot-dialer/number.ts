import type { AgentHost } from '../../src/ui/base/index.js';

const MAX_RECENT_NUMBERS = 5;
const recentByHost = new WeakMap<AgentHost, readonly string[]>();

/** The numbers that were dialled last with this phone, newest first; kept in memory alone. */
export const recentNumbers = (agentHost: AgentHost | null): readonly string[] =>
  (agentHost && recentByHost.get(agentHost)) ?? [];

export function rememberNumber(agentHost: AgentHost, number: string): void {
  recentByHost.set(
    agentHost,
    [number, ...recentNumbers(agentHost).filter((each) => each !== number)].slice(0, MAX_RECENT_NUMBERS),
  );
}

const draftByHost = new WeakMap<AgentHost, string>();

/** What was in the field when a call took its place. */
export const draftNumber = (agentHost: AgentHost | null): string => (agentHost && draftByHost.get(agentHost)) ?? '';

export function saveDraftNumber(agentHost: AgentHost | null, number: string): void {
  if (agentHost) draftByHost.set(agentHost, number);
}
