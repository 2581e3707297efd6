import type { Call, Party } from '../../src/state/index.js';
import { kindOf } from '../../src/ui/call/call-details.js';

export interface Origin {
  readonly kind: ReturnType<typeof kindOf>;
  /** Whom the agent hears after answering. */
  readonly speaker: Party;
  /** The other one that matters: whom a consultation is about, who transferred. */
  readonly other: Party | null;
}

/** Our own end in a call that rings, as far as roles tell. */
const isOwn = ({ role }: Party): boolean => role === 'Destination' || role === 'TransferTo';

/** Who is behind a call that rings here. The vendor tells a consulting or transferring agent as `otherDN` or `thirdDN`. */
export function originOf(call: Call): Origin {
  const kind = call.type === 'outbound' ? 'transfer' : kindOf(call);
  const { number, name, parties } = call;
  const known = parties.find((party) => party.number === number);
  const main: Party = { number, role: 'Unknown', state: 'Ringing', ...known, name: known?.name ?? name };
  if (kind !== 'consult' && kind !== 'transfer') return { kind, speaker: main, other: null };
  const others = parties.filter((party) => party !== known);
  const named = [main, ...others].find(({ role }) => role === 'ConsultBy' || role === 'TransferBy');
  const agent = named ?? (kind === 'consult' ? main : null);
  const customer = agent === main ? others.find((party) => !isOwn(party)) : main;
  return kind === 'consult'
    ? { kind, speaker: agent ?? main, other: customer ?? null }
    : { kind, speaker: customer ?? main, other: customer ? agent : null };
}
