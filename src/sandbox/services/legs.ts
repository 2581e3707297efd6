import type { MessageID, PartyState, Role } from '../../sdk/index.js';
import type { CustomerStep } from '../model/customers.js';
import { wrapUpFields } from '../model/message-fields.js';
import type { MessageBus, Fields } from './message-bus.js';
import { Call, callFields, type Origin, type Party, type Target } from '../model/call.js';
import type { Random } from '../model/random.js';
import type { WrapUps } from './wrap-ups.js';

/** 35 characters, as the vendor's. */
const CALL_ID_LENGTH = 35;
const PARTY_ID_LENGTH = 32;

/** How long a call goes on in which nobody real is left, milliseconds: colleague and customer say goodbye. */
export const ABANDONED_CALL_MS = 20_000;

export interface CallOptions {
  readonly type: Call['type'];
  readonly ani?: string;
  readonly dnis?: string;
  readonly attachedData?: Fields;
  readonly origin?: Origin;
}

export interface ReleaseOptions {
  /** Absent: when an answered call ends. */
  readonly wrapUp?: boolean;
  /** Of EventReleased. */
  readonly fields?: Fields;
}

/** Every call that is going on, leg by leg: how legs come, are connected, and go. */
export class Legs {
  readonly active = new Map<string, Call>();
  /** Who takes back the caller of an inbound call that nobody answered. */
  onUnanswered: (origin: Origin) => void = () => {};

  constructor(
    private readonly bus: MessageBus,
    private readonly random: Random,
    private readonly wrapUps: WrapUps,
  ) {
    bus.onSettle(() => this.active.forEach((call) => this.#updateAutoEndTimer(call)));
  }

  startCall({ type, ani = '', dnis = '', attachedData = {}, origin }: CallOptions): Call {
    const id = this.random.hex(CALL_ID_LENGTH);
    const call = new Call(id, type, ani, dnis, attachedData, this.bus.reference, origin ?? null);
    this.active.set(id, call);
    return call;
  }

  /** Whoever takes over a transferred call is new to it, and knows it by an id of its own. */
  addParty(call: Call, target: Target, role: Role, state: PartyState): Party {
    const takesOver = role === 'TransferTo';
    const third = takesOver || call.type === 'Consult';
    const party: Party = {
      ...target,
      id: this.random.hex(PARTY_ID_LENGTH),
      callID: takesOver ? this.random.hex(CALL_ID_LENGTH) : call.id,
      kind: target.agent ? 'Agent' : third ? 'ThirdPSTN' : 'Customer',
      call,
      role,
      state,
      answeredAt: null,
      cancelNextStep() {},
    };
    call.parties.push(party);
    party.agent?.legs.push(party);
    return party;
  }

  /** The phone rings: whoever is called does what is their manner. */
  ring(party: Party, fields: Fields = {}): void {
    this.notifyParty(party, 'EventRinging', fields);
    this.#scheduleStep(party, party.behavior.called);
  }

  /** A leg that rings is answered: all sides hear each other. */
  answer({ call }: Party): void {
    const now = this.bus.clock.now();
    call.answeredAt ??= now;
    const first = call.parties.filter(({ answeredAt }) => answeredAt === null);
    for (const party of first) {
      party.answeredAt = now;
      party.state = 'Talk';
    }
    for (const party of call.parties) {
      this.notifyParty(party, first.includes(party) ? 'EventEstablished' : 'EventPartyChanged');
    }
    for (const party of first) this.#scheduleStep(party, party.behavior.answered);
  }

  hold(leg: Party, on: boolean): void {
    leg.state = on ? 'Held' : 'Talk';
    this.notifyParty(leg, on ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall');
  }

  /** The document knows no message for digits of the customer, so it is one of ours. */
  receiveDigits({ call }: Party, digits: string): void {
    call.customerDigits += digits;
    this.notifyCall(call, 'SandboxDigits', { digits });
  }

  /** One leg goes. Two who are left go on, one alone doesn't. */
  disconnect(party: Party, parting: ReleaseOptions = {}): void {
    const { call } = party;
    const unanswered = party.state === 'Ringing';
    if (call.others(party).length > 1) {
      this.removeLeg(party, parting);
      this.notifyCall(call, 'EventPartyDeleted', { thirdDN: party.number, thirdDNRole: 'DeletedParty' });
      return;
    }
    this.#release(party, parting);
    this.endCall(call);
    if (unanswered && call.origin) this.onUnanswered(call.origin);
  }

  /** The whole call ends; after a consultation the agent is back with the customer. */
  endCall(call: Call): void {
    const { mainLeg, parties } = call;
    for (const party of parties) this.#release(party, {});
    this.closeCall(call);
    if (mainLeg?.state === 'Held') this.hold(mainLeg, false);
  }

  /** Takes a leg out, and leaves the others as they are. */
  removeLeg(party: Party, parting: ReleaseOptions = {}): void {
    this.#release(party, parting);
    party.call.parties = party.call.others(party);
  }

  /** Nobody is in it any more. */
  closeCall(call: Call): void {
    call.autoEndTimer?.();
    call.mainLeg = null;
    call.parties = [];
    this.active.delete(call.id);
  }

  /** Takes a leg from its agent without a word. */
  detachFromAgent(party: Party): void {
    const { agent } = party;
    party.cancelNextStep();
    party.state = 'Idle';
    if (!agent) return;
    agent.legs.splice(agent.legs.indexOf(party), 1);
    // A consultation whose customer has gone is a call like any other.
    const consult = agent.legs.find(({ call }) => call.mainLeg === party);
    if (consult) consult.call.mainLeg = null;
    if (agent.legs.length === 0) agent.muted = false;
  }

  /** A message to every agent in a call. */
  notifyCall(call: Call, messageID: MessageID | 'SandboxDigits', fields: Fields = {}): void {
    for (const party of call.parties) this.notifyParty(party, messageID, fields);
  }

  notifyParty(party: Party, messageID: MessageID | 'SandboxDigits', fields: Fields = {}): void {
    if (!party.agent) return;
    const reference = this.bus.reference || party.call.reference;
    this.bus.send(party.agent, messageID, { ...callFields(party), ...fields }, reference);
  }

  /** After-call work begins with the end of the last leg, and is that of the call, not of the consultation. */
  #release(party: Party, { wrapUp = true, fields = {} }: ReleaseOptions): void {
    if (party.state === 'Idle') return;
    const { agent, call } = party;
    this.detachFromAgent(party);
    if (!agent) return;
    const worked = party.answeredAt !== null && !agent.isSimulated;
    if (worked && (agent.wrapUpCallId === '' || call.type !== 'Consult')) agent.wrapUpCallId = party.callID;
    if (agent.legs.length > 0) return this.notifyParty(party, 'EventReleased', fields);
    const ended = wrapUp ? agent.wrapUpCallId : '';
    agent.wrapUpCallId = '';
    const sorting = ended !== '' && this.wrapUps.begin(agent, ended);
    this.notifyParty(party, 'EventReleased', { ...wrapUpFields(agent), ...fields });
    if (ended !== '' && !sorting) this.wrapUps.announceState(agent);
  }

  #scheduleStep(party: Party, step: CustomerStep | null | undefined): void {
    party.cancelNextStep();
    if (!step) return;
    party.cancelNextStep = this.bus.after(step.after, () => {
      if (step.act === 'answers') this.answer(party);
      else if (step.act === 'releases') this.disconnect(party);
      else this.receiveDigits(party, step.digits ?? '');
    });
  }

  /** Without anybody real nobody would ever hang up. */
  #updateAutoEndTimer(call: Call): void {
    const played = ({ agent, answeredAt }: Party): boolean =>
      answeredAt !== null && (!agent || (agent.isSimulated && agent.legs.length === 1));
    if (call.parties.length > 1 && call.parties.every(played))
      call.autoEndTimer ??= this.bus.after(ABANDONED_CALL_MS, () => this.endCall(call));
    else {
      call.autoEndTimer?.();
      call.autoEndTimer = null;
    }
  }
}
