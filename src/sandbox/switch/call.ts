import type { CallMessage, PartyState, Role } from '../../sdk/index.js';
import type { Cancel } from '../clock.js';
import type { Customer } from '../customers.js';
import type { CallMedia } from '../media-port.js';
import type { Agent } from './agent.js';

/** One leg of a call: a number, the role it plays, and the state of the vendor's state machine. */
export interface Party {
  /** Opaque, as `partyID` of the messages. */
  readonly id: string;
  readonly call: Call;
  readonly kind: 'Agent' | 'Customer' | 'ThirdPSTN';
  readonly number: string;
  role: Role;
  state: PartyState;
  /** Set when the leg is an agent's. */
  readonly agent: Agent | null;
  muted: boolean;
  sound: CallMedia | null;
}

/** Who waits in a skill group, or came from there. */
export interface Caller {
  readonly number: string;
  readonly attachedData: Readonly<Record<string, unknown>>;
}

export interface Origin {
  readonly queueCode: string;
  readonly queueName: string;
  readonly caller: Caller;
}

/** A call: two parties and more, each in a state of its own. */
export class Call {
  readonly parties: Party[] = [];
  answeredAt: number | null = null;
  /** What the agent has keyed in. */
  digits = '';
  /** What of it has come through to the customer's ear; only with real media. */
  heard = '';
  /** What the customer has keyed in. */
  customerDigits = '';
  readonly timers = new Set<Cancel>();

  constructor(
    readonly id: string,
    readonly type: 'Inbound' | 'Outbound' | 'Internal' | 'Consult',
    readonly ani: string,
    readonly dnis: string,
    readonly customer: Customer,
    readonly attachedData: Readonly<Record<string, unknown>>,
    /** The request that the call came from; 0: none. */
    readonly reference: number,
    /** Where an inbound call waited. */
    readonly origin: Origin | null,
  ) {}

  /** The other side of a leg: for an agent the customer, or whoever else there is. */
  other(party: Party): Party | undefined {
    return this.parties.find((each) => each !== party);
  }

  get outside(): Party | undefined {
    return this.parties.find(({ agent }) => agent === null);
  }

  stopTimers(): void {
    for (const cancel of this.timers) cancel();
    this.timers.clear();
  }
}

/** The fields of a call as one of its parties sees it. */
export function callFields(party: Party): Partial<CallMessage> {
  const { call } = party;
  const other = call.other(party);
  return {
    callID: call.id,
    partyID: party.id,
    callType: call.type,
    partyRole: party.kind,
    ANI: call.ani,
    DNIS: call.dnis,
    thisDN: party.number,
    thisDNRole: party.role,
    otherDN: other?.number ?? '',
    otherDNRole: other?.role ?? 'Unknown',
    attachedData: { ...call.attachedData },
    // Ours: the document has no field for the skill group that a call comes from.
    ...(call.origin ? { queueCode: call.origin.queueCode, queueName: call.origin.queueName } : {}),
  };
}
