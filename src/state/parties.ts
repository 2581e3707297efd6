import type { PartyState } from '../sdk/index.js';
import { role, str, type Fields } from './fields.js';
import type { CallState, Party } from './state.js';

const partyStates: Readonly<Record<CallState, PartyState>> = {
  dialing: 'Dialing',
  ringing: 'Ringing',
  talking: 'Talk',
  held: 'Held',
};

/** The vendor's fields for each party of a call: the other side first, then our own, then the third. */
const sides = [
  ['otherDN', 'otherDNRole'],
  ['thisDN', 'thisDNRole'],
  ['thirdDN', 'thirdDNRole'],
] as const;

function told(before: readonly Party[], fields: Fields): readonly Party[] {
  const parties = new Map(before.map((party) => [party.number, party]));
  for (const [numberField, roleField] of sides) {
    const number = str(fields[numberField]);
    if (number === '') continue;
    const known = parties.get(number);
    const named = fields[roleField] === undefined ? (known?.role ?? 'Unknown') : role(fields[roleField]);
    parties.set(number, { state: 'Idle', ...known, number, role: named });
  }
  return [...parties.values()];
}

/** The parties after a message, in the state that the call is in; the same array when nothing changed. */
export function updateParties(before: readonly Party[], fields: Fields, state: CallState): readonly Party[] {
  const partyState = partyStates[state];
  const after = told(before, fields).map((party) => Object.freeze({ ...party, state: partyState }));
  const same =
    after.length === before.length &&
    after.every((party, index) => {
      const old = before[index];
      return old && old.number === party.number && old.role === party.role && old.state === party.state;
    });
  return same ? before : Object.freeze(after);
}

export const withoutParty = (parties: readonly Party[], number: string): readonly Party[] =>
  parties.some((party) => party.number === number)
    ? Object.freeze(parties.filter((party) => party.number !== number))
    : parties;
