import type { CallMessage, PartyState, Role } from '../../sdk/index.js';
import type { Cancel } from './clock.js';
import type { Behavior } from './customers.js';
import type { Agent } from './agent.js';

/** Who can be called: an agent, or a number outside. */
export interface Target {
  readonly number: string;
  readonly agent: Agent | null;
  /** What they do by themselves. */
  readonly behavior: Behavior;
}

/** One leg of a call: a number, the role it plays, and the state of the vendor's state machine. */
export interface Party extends Target {
  /** Opaque, as `partyID` of the messages. */
  readonly id: string;
  /** The call as this party knows it: it stays the same when the party goes over to another call. */
  readonly callID: string;
  readonly kind: 'Agent' | 'Customer' | 'ThirdPSTN';
  call: Call;
  role: Role;
  state: PartyState;
  /** Unix milliseconds. */
  answeredAt: number | null;
  /** Stops what this party was going to do next. */
  cancelNextStep: Cancel;
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

/** Those who are connected with each other, each in a state of its own. */
export class Call {
  parties: Party[] = [];
  /** Of a consultation: the leg on hold of the agent who asks. */
  mainLeg: Party | null = null;
  answeredAt: number | null = null;
  /** What the agents have keyed in. */
  digits = '';
  /** What of it has come through to the other end's ear; only with real media. */
  receivedDigits = '';
  /** What the customer has keyed in. */
  customerDigits = '';
  /** Ends a call that goes on without anybody real. */
  autoEndTimer: Cancel | null = null;

  constructor(
    readonly id: string,
    readonly type: 'Inbound' | 'Outbound' | 'Internal' | 'Consult',
    readonly ani: string,
    readonly dnis: string,
    readonly attachedData: Readonly<Record<string, unknown>>,
    /** The request that the call came from; 0: none. */
    readonly reference: number,
    /** Where an inbound call waited. */
    readonly origin: Origin | null,
  ) {}

  /** The other sides of a leg; for an agent the customer before a third party. */
  others(party: Party): Party[] {
    return this.parties.filter((each) => each !== party);
  }
}

/** The leg of an agent's consultation about this one. */
export const consultLegOf = (main: Party): Party | undefined =>
  main.agent?.legs.find(({ call }) => call.mainLeg === main);

export const thirdFields = (third: Pick<Party, 'number' | 'role'> | undefined): Partial<CallMessage> =>
  third ? { thirdDN: third.number, thirdDNRole: third.role } : {};

/** The fields of a call as one of its parties sees it. */
export function callFields(party: Party): Partial<CallMessage> {
  const { call } = party;
  const [other, third] = call.others(party);
  const origin = call.origin ?? call.mainLeg?.call.origin;
  return {
    callID: party.callID,
    partyID: party.id,
    callType: call.type,
    partyRole: party.kind,
    ANI: call.ani,
    DNIS: call.dnis,
    thisDN: party.number,
    thisDNRole: party.role,
    otherDN: other?.number ?? '',
    otherDNRole: other?.role ?? 'Unknown',
    // In a consultation that is the customer, who waits.
    ...thirdFields(third ?? (call.mainLeg ? call.mainLeg.call.others(call.mainLeg)[0] : undefined)),
    attachedData: { ...call.attachedData },
    // Ours: the document has no field for the skill group that a call comes from.
    ...(origin ? { queueCode: origin.queueCode, queueName: origin.queueName } : {}),
  };
}
