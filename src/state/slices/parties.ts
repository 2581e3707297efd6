/**
 * The slice of the parties: the participants of a call with their roles, and the names that the
 * page knows for their numbers.
 * Messages name up to three numbers, of which any may be missing. A party is therefore kept by its
 * number until a message says that it has left.
 */
import { patch, sameNumber } from '../../internal/index.js';
import type { PartyState } from '../../sdk/index.js';
import type { AgentState, Call, CallState, CallSummary, Party, PartyInfo } from '../model.js';
import { parseAttachedData, type CallDetails, type PartyRole } from '../normalize/index.js';
import { pickPartyInfo } from '../selectors.js';

/** The vendor's state of a party in a call of the agent. */
export const partyStates: Readonly<Record<CallState, PartyState>> = {
  dialing: 'Dialing',
  ringing: 'Ringing',
  talking: 'Talk',
  held: 'Held',
};

/** The state of a third party that is only mentioned: it has left, or waits while another party is consulted. */
function thirdPartyState(call: Call, { thirdRole, localRole }: CallDetails): PartyState | undefined {
  if (thirdRole === 'TransferBy' || thirdRole === 'DeletedParty') return 'Idle';
  return call.type === 'consult' && thirdRole !== 'NewParty' && localRole !== 'NewParty' ? 'Held' : undefined;
}

/** A party as one signal names it. An undefined role leaves the known one. */
interface NamedParty {
  readonly number: string;
  readonly role: PartyRole | undefined;
  readonly state: PartyState;
}

/** The parties that a signal names: the other side first, then the agent's own number, then the third party. */
const namedParties = (call: Call, details: CallDetails, state: PartyState): readonly NamedParty[] =>
  [
    { number: details.otherNumber, role: details.otherRole, state },
    { number: details.localNumber, role: details.localRole, state },
    { number: details.thirdNumber, role: details.thirdRole, state: thirdPartyState(call, details) ?? state },
  ].filter(({ number }) => number !== '');

/**
 * The parties after a signal that brings the call into a state. Parties in a state of their own keep it. Returns the
 * same array when nothing changes.
 */
export function updateParties(call: Call, details: CallDetails, state: CallState): readonly Party[] {
  const before = call.parties;
  const oldState = partyStates[call.state];
  const newState = partyStates[state];
  const after = before.map((party) => (party.state === oldState ? patch(party, { state: newState }) : party));
  for (const { number, role, state: ownState } of namedParties(call, details, newState)) {
    const index = after.findIndex((party) => sameNumber(party.number, number));
    const known = after[index];
    const party = { number, role: role ?? known?.role ?? 'Unknown', state: ownState };
    if (known) after[index] = patch(known, party);
    else after.push(Object.freeze(party));
  }
  const same = after.length === before.length && after.every((party, index) => party === before[index]);
  return same ? before : Object.freeze(after);
}

/**
 * The parties after a message that has another number for one side of the call: a number may be masked, or spelled
 * nationally, until the call is answered. The name belongs to the earlier number. A party in another role is another
 * one, and stays.
 * @param role the role that the message names; undefined where only one party can be meant
 */
export function replaceNumber(
  parties: readonly Party[],
  earlier: string,
  number: string,
  role?: PartyRole,
): readonly Party[] {
  if (number === '' || parties.some((party) => sameNumber(party.number, number))) return parties;
  const isReplaced = (party: Party): boolean =>
    sameNumber(party.number, earlier) && (role === undefined || party.role === role || party.role === 'Unknown');
  const replace = (party: Party): Party =>
    isReplaced(party) ? Object.freeze({ number, role: party.role, state: party.state }) : party;
  return parties.some(isReplaced) ? Object.freeze(parties.map(replace)) : parties;
}

export const withoutParty = (parties: readonly Party[], number: string): readonly Party[] =>
  parties.some((party) => sameNumber(party.number, number))
    ? Object.freeze(parties.filter((party) => !sameNumber(party.number, number)))
    : parties;

/** Resets what is known about the other side: another party has the call now. */
export const emptyPartyInfo: PartyInfo = Object.freeze({ name: undefined, href: undefined, details: undefined });

/** The page's knowledge of a number of a call. */
export interface Identified {
  readonly callId: string;
  readonly number: string;
  readonly info: PartyInfo;
}

/**
 * Names the party with the number, wherever it is in the call. Address and details belong to the
 * call's own number only.
 */
function identifyCall(call: Call, { number, info: { name } }: Identified, known: PartyInfo): Call {
  const parties = call.parties.map((party) =>
    sameNumber(party.number, number) && name !== undefined ? patch(party, { name }) : party,
  );
  const same = parties.every((party, index) => party === call.parties[index]);
  const identified: Call = sameNumber(call.number, number) ? patch(call, known) : call;
  return same ? identified : patch(identified, { parties: Object.freeze(parties) });
}

/** Adds what the page knows about a number to a running call, or to the one that ended last. */
export function identify(state: AgentState, identified: Identified): AgentState {
  const { callId, number, info } = identified;
  const { call, consult, waitingCalls, lastCall, wrapUp } = state;
  const known = pickPartyInfo({ ...info, details: parseAttachedData(info.details) });
  if (call?.id === callId) {
    const isConsults = consult && sameNumber(consult.number, number) && info.name !== undefined;
    const named = isConsults ? patch(consult, { name: info.name }) : consult;
    return patch(state, { call: identifyCall(call, identified, known), consult: named });
  }
  if (waitingCalls.some(({ id }) => id === callId)) {
    const calls = waitingCalls.map((each) => (each.id === callId ? identifyCall(each, identified, known) : each));
    const same = calls.every((each, index) => each === waitingCalls[index]);
    return same ? state : patch(state, { waitingCalls: Object.freeze(calls) });
  }
  const summary = (each: CallSummary | null): CallSummary | null =>
    each && each.id === callId && sameNumber(each.number, number) ? patch<CallSummary>(each, known) : each;
  return patch(state, {
    lastCall: summary(lastCall),
    wrapUp: wrapUp && patch(wrapUp, { call: summary(wrapUp.call) }),
  });
}
