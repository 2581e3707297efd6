/**
 * Names for numbers: the page's `partyResolver` is asked for each number of a call, and its answer
 * goes into the state, where every element sees it.
 * The answer is data of a CRM. It is checked here, because its address becomes a link.
 */
import { isRecord, numberKey, sameNumber } from '../../../src/internal/index.js';
import type { AgentSession } from '../../../src/session/index.js';
import type { AgentState, Call, PartyInfo } from '../../../src/state/index.js';
import type { PartyResolver, ResolvedParty } from '../agent-settings.js';
import type { AgentFeature, FeatureHost } from './agent-feature.js';

/** The numbers of call, consultation and parties, without those of the agent. */
function otherNumbers({ call, consult, agent }: AgentState): ReadonlySet<string> {
  const numbers = [call, consult, ...(call?.parties ?? [])].map((each) => each?.number ?? '');
  const ownNumbers = ['', call?.localNumber, agent?.ext, agent?.number, agent?.phone];
  return new Set(numbers.filter((number) => !ownNumbers.some((own) => sameNumber(own, number))));
}

/** Whether a name is known, and a party of this number has none: the platform replaces parties, and forgets the name. */
const lacksName = ({ call, consult }: AgentState, number: string, { name }: PartyInfo): boolean =>
  name !== undefined &&
  [call, consult, ...(call?.parties ?? [])].some(
    (each) => each && sameNumber(each.number, number) && each.name === undefined,
  );

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
  /** The call that {@link #resolved} is about. */
  #currentCall: { readonly session: AgentSession; readonly sequence: number } | null = null;
  /** Results by number, in whichever spelling. An empty one is pending or has no name. */
  #resolved = new Map<string, PartyInfo>();
  /** The resolver that failed last. Its problem is reported once, not with every call. */
  #failingResolver: PartyResolver | null = null;

  constructor(private readonly agent: FeatureHost) {}

  /**
   * Asks for numbers that are new in the call, and names parties that the platform has replaced.
   * Each number is asked for once a call.
   */
  stateChanged(state: AgentState): void {
    const { session, partyResolver } = this.agent;
    const { call } = state;
    if (!session || !partyResolver || !call) return;
    if (this.#currentCall?.session !== session || this.#currentCall.sequence !== call.sequence) {
      this.#currentCall = { session, sequence: call.sequence };
      this.#resolved = new Map();
    }
    for (const number of otherNumbers(state)) {
      const key = numberKey(number);
      const party = this.#resolved.get(key);
      if (!party) {
        this.#resolved.set(key, {});
        void this.#resolve(session, partyResolver, number, call);
      } else if (lacksName(state, number, party)) {
        // In a microtask: the other listeners see this change before the one that it causes.
        queueMicrotask(() => session.identify(call.id, party, number));
      }
    }
  }

  /**
   * Asks for one number, and names it if the call is still there. An answer is also valid for the
   * wrap-up that follows.
   */
  async #resolve(session: AgentSession, resolver: PartyResolver, number: string, call: Call): Promise<void> {
    const resolved = this.#resolved; // The next call has a map of its own.
    try {
      const { party, problem } = sanitizeParty((await resolver(number, call)) ?? {});
      this.#reportProblem(session, resolver, problem);
      resolved.set(numberKey(number), party);
      const { call: activeCall, callCount, lastCall } = session.state;
      // An answer after the end of the call still names it for the wrap-up, but not once the next call has begun.
      const relatedCall = activeCall ?? (callCount === call.sequence ? lastCall : null);
      if (relatedCall && (!activeCall || activeCall.sequence === call.sequence))
        session.identify(relatedCall.id, party, number);
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
