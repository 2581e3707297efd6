import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AgentSession } from '../../src/session/index.js';
import type { Call } from '../../src/state/index.js';

/** The call of each session that somebody has silenced, by its serial. */
const mutedCalls = new WeakMap<AgentSession, number>();
const hosts = new Set<ReactiveControllerHost>();

/** Whether a call was silenced: by one of the elements that show it, and so for all of them. */
export class RingtoneMute implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.host);
  }

  hostDisconnected(): void {
    hosts.delete(this.host);
  }

  isMuted(session: AgentSession | null | undefined, call: Call | null): boolean {
    return !!session && !!call && mutedCalls.get(session) === call.sequence;
  }

  toggle(session: AgentSession, call: Call): void {
    if (this.isMuted(session, call)) mutedCalls.delete(session);
    else mutedCalls.set(session, call.sequence);
    for (const host of hosts) host.requestUpdate();
  }
}
