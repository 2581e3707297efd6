import type { Call, Party } from '../../src/state/index.js';
import { callKindOf } from '../../src/ui/call/index.js';

export interface CallOrigin {
  readonly kind: ReturnType<typeof callKindOf>;
  /** Whom the agent hears after answering. */
  readonly speaker: Party;
  /** The other one that matters: whom a consultation is about, who transferred. */
  readonly related: Party | null;
}

/** Our own end in a call that rings, as far as roles tell. */
const isOwnParty = ({ role }: Party): boolean => role === 'Destination' || role === 'TransferTo';

/** Who is behind a call that rings here. The vendor tells a consulting or transferring agent as `otherDN` or `thirdDN`. */
export function callOriginOf(call: Call): CallOrigin {
  const kind = call.type === 'outbound' ? 'transfer' : callKindOf(call);
  const { number, name, parties } = call;
  const listedParty = parties.find((party) => party.number === number);
  const main: Party = { number, role: 'Unknown', state: 'Ringing', ...listedParty, name: listedParty?.name ?? name };
  if (kind !== 'consult' && kind !== 'transfer') return { kind, speaker: main, related: null };
  const others = parties.filter((party) => party !== listedParty);
  const agentParty = [main, ...others].find(({ role }) => role === 'ConsultBy' || role === 'TransferBy');
  const agent = agentParty ?? (kind === 'consult' ? main : null);
  const customer = agent === main ? others.find((party) => !isOwnParty(party)) : main;
  return kind === 'consult'
    ? { kind, speaker: agent ?? main, related: customer ?? null }
    : { kind, speaker: customer ?? main, related: customer ? agent : null };
}
