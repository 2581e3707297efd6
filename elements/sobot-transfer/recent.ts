import type { AgentHost } from '../../src/ui/base/index.js';

const MAX_RECENT_TARGETS = 3;
const recentByHost = new WeakMap<AgentHost, Readonly<Record<string, readonly string[]>>>();

/** The numbers of a kind that calls went to last, newest first; kept in memory alone. */
export const recentTargets = (agentHost: AgentHost, kind: string): readonly string[] =>
  recentByHost.get(agentHost)?.[kind] ?? [];

export function rememberTarget(agentHost: AgentHost, kind: string, number: string): void {
  const others = recentTargets(agentHost, kind).filter((each) => each !== number);
  recentByHost.set(agentHost, {
    ...recentByHost.get(agentHost),
    [kind]: [number, ...others].slice(0, MAX_RECENT_TARGETS),
  });
}
