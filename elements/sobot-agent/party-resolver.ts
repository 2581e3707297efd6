import type { AgentSession } from '../../src/session/index.js';
import { isRecord } from '../../src/internal/index.js';
import type { AgentState, Call, PartyInfo } from '../../src/state/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';

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

type Host = Pick<Phone, 'session' | 'subscribe'> & { readonly partyResolver: PartyResolver | null };

/** Everybody in the call but the agent. */
function numbersOf({ call, consult, agent }: AgentState): ReadonlySet<string> {
  const numbers = [call, consult, ...(call?.parties ?? [])].map((each) => each?.number ?? '');
  const own = ['', call?.localNumber, agent?.ext, agent?.number, agent?.phone];
  return new Set(numbers.filter((number) => !own.includes(number)));
}

const isUnnamed = ({ call, consult }: AgentState, number: string, { name }: PartyInfo): boolean =>
  name !== undefined &&
  [call, consult, ...(call?.parties ?? [])].some((each) => each?.number === number && each.name === undefined);

const said = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** @throws Error that says what is wrong with it */
function address(href: string): string {
  const { protocol, href: whole } = new URL(href, document.baseURI);
  if (!/^https?:$/.test(protocol)) throw new Error(`href is left out: it has to be http(s), not ${protocol}`);
  return whole;
}

/** What of it can be shown, and what is wrong with the rest. */
function taken({ name, href, details }: Partial<Record<keyof ResolvedParty, unknown>>): {
  known: PartyInfo;
  trouble: string | null;
} {
  const known = {
    ...(typeof name === 'string' && name.trim() !== '' ? { name: name.trim() } : undefined),
    ...(isRecord(details) ? { details } : undefined),
  };
  try {
    return { known: typeof href === 'string' && href ? { ...known, href: address(href) } : known, trouble: null };
  } catch (cause) {
    return { known, trouble: said(cause) };
  }
}

/** Asks the page who takes part in its calls; no call waits for it. */
export function resolveParties(host: Host): void {
  /** The call that the answers are about. */
  let about: { readonly session: AgentSession; readonly sequence: number } | null = null;
  let answers = new Map<string, PartyInfo>();
  /** Failed last; it is told once, not with every call. */
  let failing: PartyResolver | null = null;

  const judge = (session: AgentSession, resolver: PartyResolver, trouble: string | null): void => {
    const isNews = failing !== resolver;
    failing = trouble === null ? null : resolver;
    if (trouble !== null && isNews) session.warn('party-resolver', `partyResolver: ${trouble}`);
  };

  const ask = async (session: AgentSession, resolver: PartyResolver, number: string, call: Call): Promise<void> => {
    const answered = answers;
    try {
      const { known, trouble } = taken((await resolver(number, call)) ?? {});
      judge(session, resolver, trouble);
      answered.set(number, known);
      const { call: running, callCount, lastCall } = session.state;
      const its = running ?? (callCount === call.sequence ? lastCall : null);
      if (its && (!running || running.sequence === call.sequence)) session.identify(its.id, known, number);
    } catch (cause) {
      judge(session, resolver, said(cause));
    }
  };

  host.subscribe((state) => {
    const { session, partyResolver } = host;
    const { call } = state;
    if (!session || !partyResolver || !call) return;
    if (about?.session !== session || about.sequence !== call.sequence) {
      about = { session, sequence: call.sequence };
      answers = new Map();
    }
    for (const number of numbersOf(state)) {
      const known = answers.get(number);
      if (known) {
        // After those who watch have seen this change: theirs would be the older one else.
        if (isUnnamed(state, number, known)) queueMicrotask(() => session.identify(call.id, known, number));
        continue;
      }
      answers.set(number, {});
      void ask(session, partyResolver, number, call);
    }
  });
}
