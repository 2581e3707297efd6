import type { AgentSession } from '../../session/index.js';
import type { AgentState, Call } from '../../state/index.js';

/** What a page knows about a number. */
export interface ResolvedParty {
  name?: string;
  href?: string;
  details?: unknown;
}

export type PartyResolver = (number: string, call: Call) => Promise<ResolvedParty | null | undefined>;

/** Asks the page who is calling, once per call; the call never waits for it. */
export async function resolveParty(session: AgentSession, resolver: PartyResolver, call: Call): Promise<void> {
  try {
    const name = (await resolver(call.number, call))?.name;
    const running = session.state.call;
    if (typeof name === 'string' && name && running?.serial === call.serial) session.setName(running.id, name);
  } catch (cause) {
    session.warn('party-resolver', `partyResolver failed: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The call that has just got a number that nobody has asked about. */
export const unresolved = (state: AgentState, previous: AgentState): Call | null =>
  state.call && state.call.number !== '' && (state.call.serial !== previous.call?.serial || previous.call.number === '')
    ? state.call
    : null;
