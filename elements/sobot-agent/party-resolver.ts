import type { AgentSession } from '../../src/session/index.js';
import { isRecord } from '../../src/internal/index.js';
import type { AgentState, Call, PartyInfo } from '../../src/state/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';

/** What a page knows about a number. */
export interface ResolvedParty {
  name?: string;
  /** Their page: an http(s) address, where the name leads to. Any other is left out. */
  href?: string;
  /** Names and values, shown as a list. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * Tells who has a number. Asked once a call for each number in it but the agent's own; what it answers after the next
 * call has begun is left out.
 */
export type PartyResolver = (number: string, call: Call) => Promise<ResolvedParty | null | undefined>;

type ResolverHost = Pick<AgentHost, 'session' | 'subscribe'> & { readonly partyResolver: PartyResolver | null };

/** Everybody in the call but the agent. */
function otherNumbers({ call, consult, agent }: AgentState): ReadonlySet<string> {
  const numbers = [call, consult, ...(call?.parties ?? [])].map((each) => each?.number ?? '');
  const ownNumbers = ['', call?.localNumber, agent?.ext, agent?.number, agent?.phone];
  return new Set(numbers.filter((number) => !ownNumbers.includes(number)));
}

const lacksName = ({ call, consult }: AgentState, number: string, { name }: PartyInfo): boolean =>
  name !== undefined &&
  [call, consult, ...(call?.parties ?? [])].some((each) => each?.number === number && each.name === undefined);

const errorText = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** @throws Error that says what is wrong with it */
function validHref(href: string): string {
  const { protocol, href: resolved } = new URL(href, document.baseURI);
  if (!/^https?:$/.test(protocol)) throw new Error(`href is left out: it has to be http(s), not ${protocol}`);
  return resolved;
}

/** What of it can be shown, and what is wrong with the rest. */
function sanitizeParty({ name, href, details }: Partial<Record<keyof ResolvedParty, unknown>>): {
  party: PartyInfo;
  problem: string | null;
} {
  const party = {
    ...(typeof name === 'string' && name.trim() !== '' ? { name: name.trim() } : undefined),
    ...(isRecord(details) ? { details } : undefined),
  };
  try {
    return { party: typeof href === 'string' && href ? { ...party, href: validHref(href) } : party, problem: null };
  } catch (cause) {
    return { party, problem: errorText(cause) };
  }
}

/** Asks the page who takes part in its calls; no call waits for it. */
export function resolveParties(host: ResolverHost): void {
  /** The call that the answers are about. */
  let currentCall: { readonly session: AgentSession; readonly sequence: number } | null = null;
  let resolved = new Map<string, PartyInfo>();
  /** Failed last; it is told once, not with every call. */
  let failingResolver: PartyResolver | null = null;

  const reportProblem = (session: AgentSession, resolver: PartyResolver, problem: string | null): void => {
    const isNewProblem = failingResolver !== resolver;
    failingResolver = problem === null ? null : resolver;
    if (problem !== null && isNewProblem) session.warn('party-resolver', `partyResolver: ${problem}`);
  };

  const resolve = async (session: AgentSession, resolver: PartyResolver, number: string, call: Call): Promise<void> => {
    const cache = resolved;
    try {
      const { party, problem } = sanitizeParty((await resolver(number, call)) ?? {});
      reportProblem(session, resolver, problem);
      cache.set(number, party);
      const { call: activeCall, callCount, lastCall } = session.state;
      const relatedCall = activeCall ?? (callCount === call.sequence ? lastCall : null);
      if (relatedCall && (!activeCall || activeCall.sequence === call.sequence))
        session.identify(relatedCall.id, party, number);
    } catch (cause) {
      reportProblem(session, resolver, errorText(cause));
    }
  };

  host.subscribe((state) => {
    const { session, partyResolver } = host;
    const { call } = state;
    if (!session || !partyResolver || !call) return;
    if (currentCall?.session !== session || currentCall.sequence !== call.sequence) {
      currentCall = { session, sequence: call.sequence };
      resolved = new Map();
    }
    for (const number of otherNumbers(state)) {
      const party = resolved.get(number);
      if (party) {
        // After those who watch have seen this change: theirs would be the older one else.
        if (lacksName(state, number, party)) queueMicrotask(() => session.identify(call.id, party, number));
        continue;
      }
      resolved.set(number, {});
      void resolve(session, partyResolver, number, call);
    }
  });
}
