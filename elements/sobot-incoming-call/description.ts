/**
 * The description of a ringing call: its kind, the party that the agent will hear, and the sentences about it. The
 * template, the announcement and the desktop notification say the same.
 */
import type { Call, Party } from '../../src/state/index.js';
import { callKindOf, partyNameAndNumber, type VisibleParty } from '../../src/ui/call/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { incomingCallMessages } from './messages.js';

/** The texts and the party of a ringing call, masked where the agent element says so. */
export interface CallDescription {
  /** The origin of the call; `transfer` also for an outbound call of another agent. */
  readonly kind: ReturnType<typeof callKindOf>;
  /** The party that the agent hears after answering, as it may be shown. */
  readonly speaker: VisibleParty;
  /** The sentence for screen readers and for the title of the notification, with the skill group. */
  readonly announcement: string;
  /** The customer of a consultation, or the agent who transferred the call, in a sentence; empty where neither is known. */
  readonly relatedText: string;
}

/** The parties of a ringing call before masking. */
interface CallOrigin extends Pick<CallDescription, 'kind'> {
  /** The party that the agent hears after answering. */
  readonly speaker: Party;
  /** The other party that matters; null where none is known. */
  readonly related: Party | null;
}

/** Whether a party is the agent's own side of a ringing call, as far as roles tell. */
const isOwnParty = ({ role }: Party): boolean => role === 'Destination' || role === 'TransferTo';

/**
 * Finds out which party is which. The vendor names the agent who consults or transfers as `otherDN` or as `thirdDN`, so
 * only the roles tell that agent from the customer.
 */
function callOriginOf(call: Call): CallOrigin {
  // A call that rings here and is outbound was made by the agent who transfers it.
  const kind = call.type === 'outbound' && call.state === 'ringing' ? 'transfer' : callKindOf(call);
  const { number, name, parties } = call;
  const listedParty = parties.find((party) => party.number === number);
  const main: Party = { number, role: 'Unknown', state: 'Ringing', ...listedParty, name: listedParty?.name ?? name };
  if (kind !== 'consult' && kind !== 'transfer') return { kind, speaker: main, related: null };
  const others = parties.filter((party) => party !== listedParty);
  const agentParty = [main, ...others].find(({ role }) => role === 'ConsultBy' || role === 'TransferBy');
  // A consultation always comes from an agent, whatever the roles say.
  const agent = agentParty ?? (kind === 'consult' ? main : null);
  const customer = agent === main ? others.find((party) => !isOwnParty(party)) : main;
  return kind === 'consult'
    ? { kind, speaker: agent ?? main, related: customer ?? null }
    : { kind, speaker: customer ?? main, related: customer ? agent : null };
}

/**
 * Describes a ringing call in the language of the element.
 * @param maskParty returns a party as it may be shown
 * @param maskText returns a text as it may be shown
 */
export function describeCall(
  call: Call,
  t: Translate<typeof incomingCallMessages>,
  maskParty: (party: Party) => VisibleParty,
  maskText: (text: string) => string,
): CallDescription {
  const { kind, speaker, related } = callOriginOf(call);
  const partyText = (party: Party): string => partyNameAndNumber(t, maskParty(party), ', ');
  const sentence = kind === 'consult' || kind === 'transfer' ? kind : 'call';
  const relation = kind === 'consult' ? 'about' : 'by';
  return {
    kind,
    // The page of a party is known for the number of the call only.
    speaker: { ...maskParty(speaker), href: speaker.number === call.number ? call.href : undefined },
    announcement: [t(`incoming.${sentence}`, partyText(speaker)), maskText(call.queue ?? '')]
      .filter(Boolean)
      .join(', '),
    relatedText: related ? t(`incoming.${relation}`, partyText(related)) : '',
  };
}
