import type { PartyState } from '../sdk/index.js';
import { type Fields, patch, str } from '../internal/index.js';
import { role } from './fields.js';
import type { Call, CallState, Party } from './model.js';

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

/** Who is only told of: has gone, or waits while somebody else is consulted. */
function aside(call: Call, fields: Fields): PartyState | undefined {
  const its = role(fields['thirdDNRole']);
  if (its === 'TransferBy' || its === 'DeletedParty') return 'Idle';
  return call.type === 'consult' && its !== 'NewParty' && role(fields['thisDNRole']) !== 'NewParty'
    ? 'Held'
    : undefined;
}

/**
 * The parties after a message: in the state that the call is in, but for those in a state of their own. The same array
 * when nothing changed.
 */
export function updateParties(call: Call, fields: Fields, state: CallState): readonly Party[] {
  const before = call.parties;
  const was = partyStates[call.state];
  const is = partyStates[state];
  const after = before.map((party) => (party.state === was ? patch(party, { state: is }) : party));
  for (const { dn, its } of sides) {
    const number = str(fields[dn]);
    if (number === '') continue;
    const index = after.findIndex((party) => party.number === number);
    const known = after[index];
    const named = fields[its] === undefined ? known?.role : role(fields[its]);
    const own = dn === 'thirdDN' ? aside(call, fields) : undefined;
    const party = { number, role: named ?? 'Unknown', state: own ?? is };
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
