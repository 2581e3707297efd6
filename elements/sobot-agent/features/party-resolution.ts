/**
 * Names for numbers: the page's `partyResolver` is asked for each number of a call, and its answer
 * goes into the state, where every element sees it.
 * The answer is data of a CRM. It is checked here, because its address becomes a link.
 */
import { isRecord, numberKey, sameNumber } from '../../../src/internal/index.js';
import type { AgentSession } from '../../../src/session/index.js';
import { legsOf, type AgentState, type Call, type Party, type PartyInfo } from '../../../src/state/index.js';
import type { PartyResolver, ResolvedParty } from '../agent-settings.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

/** The parties that have a number and may have a name: those of the call, and of the consultation beside the current one. */
const partiesOf = ({ call: current, consult }: AgentState, call: Call): readonly Pick<Party, 'number' | 'name'>[] => [
  call,
  ...(consult && call === current ? [consult] : []),
  ...call.parties,
];

/** The numbers of a call, without those of the agent. */
function otherNumbers(state: AgentState, call: Call): ReadonlySet<string> {
  const { agent } = state;
  const ownNumbers = ['', call.localNumber, agent?.ext, agent?.number, agent?.phone];
  const numbers = partiesOf(state, call).map(({ number }) => number);
  return new Set(numbers.filter((number) => !ownNumbers.some((own) => sameNumber(own, number))));
}

/** Whether a name is known, and a party of this number has none: the platform replaces parties, and forgets the name. */
const lacksName = (state: AgentState, call: Call, number: string, { name }: PartyInfo): boolean =>
  name !== undefined &&
  partiesOf(state, call).some((each) => sameNumber(each.number, number) && each.name === undefined);

/** The text of anything that a page may throw. */
const errorText = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The absolute form of an address. @throws Error if it is neither http nor https, which could run script */
function validHref(href: string): string {
  const { protocol, href: resolved } = new URL(href, document.baseURI);
  if (!/^https?:$/.test(protocol)) throw new Error(`href is left out: it has to be http(s), not ${protocol}`);
  return resolved;
}

/** The valid fields of a result, and the problem with `href`, null without one. A page may return anything. */
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

/**
 * Asks the page's party resolver for the name behind each number of a call. The call never waits for the answer.
 */
export class PartyResolution implements AgentFeature {
  /** The session that {@link #resolved} is about. */
  #session: AgentSession | null = null;
  /**
   * Results of each call by number, in whichever spelling. An empty one is pending or has no name. The key is the
   * sequence number of the call.
   */
  #resolved = new Map<number, Map<string, PartyInfo>>();
  /** The resolver that failed last. Its problem is reported once, not with every call. */
  #failingResolver: PartyResolver | null = null;

  constructor(private readonly agent: FeatureHost) {}

  /**
   * Asks for numbers that are new in a call, and names parties that the platform has replaced. Each number is asked for
   * once a call.
   */
  stateChanged(state: AgentState): void {
    const { session, partyResolver } = this.agent;
    if (!session || !partyResolver) return;
    if (this.#session !== session) this.#resolved = new Map();
    this.#session = session;
    const known = this.#resolved;
    const legs = legsOf(state);
    this.#resolved = new Map(
      legs.map(({ sequence }) => [sequence, known.get(sequence) ?? new Map<string, PartyInfo>()]),
    );
    for (const leg of legs) this.#resolveParties(session, partyResolver, state, leg);
  }

  #resolveParties(session: AgentSession, resolver: PartyResolver, state: AgentState, call: Call): void {
    const resolved = this.#resolved.get(call.sequence) ?? new Map<string, PartyInfo>();
    for (const number of otherNumbers(state, call)) {
      const key = numberKey(number);
      const party = resolved.get(key);
      if (!party) {
        resolved.set(key, {});
        void this.#resolve(session, resolver, number, call, resolved);
      } else if (lacksName(state, call, number, party)) {
        // In a microtask: the other listeners see this change before the one that it causes.
        queueMicrotask(() => session.identify(call.id, party, number));
      }
    }
  }

  /**
   * Asks for one number, and names it if the call is still there. An answer is also valid for the
   * wrap-up that follows.
   */
  async #resolve(
    session: AgentSession,
    resolver: PartyResolver,
    number: string,
    call: Call,
    resolved: Map<string, PartyInfo>,
  ): Promise<void> {
    try {
      const { party, problem } = sanitizeParty((await resolver(number, call)) ?? {});
      this.#reportProblem(session, resolver, problem);
      resolved.set(numberKey(number), party);
      const { state } = session;
      const leg = legsOf(state).find(({ sequence }) => sequence === call.sequence);
      // An answer after the end of the call still names it for the wrap-up, but not once the next call has begun.
      const related = leg ?? (!state.call && state.callCount === call.sequence ? state.lastCall : null);
      if (related) session.identify(related.id, party, number);
    } catch (cause) {
      this.#reportProblem(session, resolver, errorText(cause));
    }
  }

  /** Warns once for each resolver, until it succeeds: a broken CRM must not fill the log. */
  #reportProblem(session: AgentSession, resolver: PartyResolver, problem: string | null): void {
    const isNewProblem = this.#failingResolver !== resolver;
    this.#failingResolver = problem === null ? null : resolver;
    if (problem !== null && isNewProblem) session.warn('party-resolver', `partyResolver: ${problem}`);
  }
}
