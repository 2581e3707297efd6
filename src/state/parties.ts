import type { PartyState } from '../sdk/index.js';
import { role, str, type Fields } from './fields.js';
import { patch } from './news.js';
import type { CallState, Party } from './state.js';

const partyStates: Readonly<Record<CallState, PartyState>> = {
  dialing: 'Dialing',
  ringing: 'Ringing',
  talking: 'Talk',
  held: 'Held',
};

/** The vendor's fields for each party of a call: the other side first, then our own, then the third. */
const sides = [
  { dn: 'otherDN', its: 'otherDNRole' },
  { dn: 'thisDN', its: 'thisDNRole' },
  { dn: 'thirdDN', its: 'thirdDNRole' },
] as const;

/** The parties after a message, in the state that the call is in; the same array when nothing changed. */
export function updateParties(before: readonly Party[], fields: Fields, state: CallState): readonly Party[] {
  const partyState = partyStates[state];
  const after = before.map((party) => patch(party, { state: partyState }));
  for (const { dn, its } of sides) {
    const number = str(fields[dn]);
    if (number === '') continue;
    const index = after.findIndex((party) => party.number === number);
    const known = after[index];
    const named = fields[its] === undefined ? known?.role : role(fields[its]);
    const party = { number, role: named ?? 'Unknown', state: partyState };
    if (known) after[index] = patch(known, party);
    else after.push(Object.freeze(party));
  }
  const same = after.length === before.length && after.every((party, index) => party === before[index]);
  return same ? before : Object.freeze(after);
}

export const withoutParty = (parties: readonly Party[], number: string): readonly Party[] =>
  parties.some((party) => party.number === number)
    ? Object.freeze(parties.filter((party) => party.number !== number))
    : parties;
