/** Calls in progress, leg by leg: how legs are added, answered, held and released. */
import type { Fields } from '../../internal/index.js';
import type { MessageID, PartyState, Role } from '../../sdk/index.js';
import {
  Call,
  callFields,
  wrapUpFields,
  type BehaviorStep,
  type CallOptions,
  type Origin,
  type Party,
  type Random,
  type Target,
} from '../model/index.js';
import type { MessageBus } from './message-bus.js';
import type { WrapUps } from './wrap-ups.js';

/** Lengths of ids, in hexadecimal digits. The vendor's call ids have 35. */
const CALL_ID_LENGTH = 35;
const PARTY_ID_LENGTH = 32;

/** Time after which a call of simulated parties only ends by itself. */
const ABANDONED_CALL_MS = 20_000;

export interface ReleaseOptions {
  /** Whether after-call work follows an answered call. Default `true`. */
  readonly wrapUp?: boolean;
  /** Additional fields of EventReleased. */
  readonly fields?: Fields;
}

export interface LegsOptions {
  readonly bus: MessageBus;
  readonly random: Random;
  readonly wrapUps: WrapUps;
  /** Takes back the caller of an inbound call that no agent answered. */
  readonly requeue: (origin: Origin) => void;
}

export class Legs {
  /** Calls in progress, by id. */
  readonly active = new Map<string, Call>();
  readonly #bus: MessageBus;
  readonly #random: Random;
  readonly #wrapUps: WrapUps;
  readonly #requeue: LegsOptions['requeue'];

  constructor({ bus, random, wrapUps, requeue }: LegsOptions) {
    this.#bus = bus;
    this.#random = random;
    this.#wrapUps = wrapUps;
    this.#requeue = requeue;
  }

  /** Schedules the end of calls in which only simulated parties are left, because none of them would hang up. */
  updateAutoEndTimers(): void {
    this.active.forEach((call) => this.#updateAutoEndTimer(call));
  }

  startCall(options: CallOptions): Call {
    const call = new Call(this.#random.hex(CALL_ID_LENGTH), this.#bus.reference, options);
    this.active.set(call.id, call);
    return call;
  }

  /** Adds a party. The target of a blind transfer is new to the call, and has its own id for it. */
  addParty(call: Call, target: Target, role: Role, state: PartyState): Party {
    const takesOver = role === 'TransferTo';
    const third = takesOver || call.type === 'Consult';
    const party: Party = {
      ...target,
      id: this.#random.hex(PARTY_ID_LENGTH),
      callID: takesOver ? this.#random.hex(CALL_ID_LENGTH) : call.id,
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

  /** Lets a party's telephone ring, and schedules what its behavior says. */
  ring(party: Party, fields: Fields = {}): void {
    this.notifyParty(party, 'EventRinging', fields);
    this.#scheduleStep(party, party.behavior.called);
  }

  /** Answers the call of a ringing party. Parties that had not answered yet begin to talk. */
  answer({ call }: Party): void {
    const now = this.#bus.clock.now();
    call.answeredAt ??= now;
    const connected = call.parties.filter(({ answeredAt }) => answeredAt === null);
    for (const party of connected) {
      party.answeredAt = now;
      party.state = 'Talk';
    }
    for (const party of call.parties) {
      this.notifyParty(party, connected.includes(party) ? 'EventEstablished' : 'EventPartyChanged');
    }
    for (const party of connected) this.#scheduleStep(party, party.behavior.answered);
  }

  hold(leg: Party): void {
    leg.state = 'Held';
    this.notifyParty(leg, 'EventAgentHoldCall');
  }

  retrieve(leg: Party): void {
    leg.state = 'Talk';
    this.notifyParty(leg, 'EventAgentRetrieveCall');
  }

  /** Receives digits from the customer. The document has no message for them, so `SandboxDigits` is the sandbox's own. */
  receiveDigits({ call }: Party, digits: string): void {
    call.customerDigits += digits;
    this.notifyCall(call, 'SandboxDigits', { digits });
  }

  /** Releases one party. The call goes on if at least two parties remain. */
  disconnect(party: Party, options: ReleaseOptions = {}): void {
    const { call } = party;
    const isUnanswered = party.state === 'Ringing';
    if (call.others(party).length > 1) {
      this.removeLeg(party, options);
      this.notifyCall(call, 'EventPartyDeleted', { thirdDN: party.number, thirdDNRole: 'DeletedParty' });
      return;
    }
    this.#release(party, options);
    this.endCall(call);
    if (isUnanswered && call.origin) this.#requeue(call.origin);
  }

  /** Ends a call. The end of a consultation takes the agent back to the customer. */
  endCall(call: Call): void {
    const { mainLeg, parties } = call;
    for (const party of parties) this.#release(party, {});
    this.closeCall(call);
    if (mainLeg?.state === 'Held') this.retrieve(mainLeg);
  }

  /** Releases one party, and leaves the others as they are. */
  removeLeg(party: Party, options: ReleaseOptions = {}): void {
    this.#release(party, options);
    party.call.parties = party.call.others(party);
  }

  /** Forgets a call whose parties have left. */
  closeCall(call: Call): void {
    call.autoEndTimer?.();
    call.mainLeg = null;
    call.parties = [];
    this.active.delete(call.id);
  }

  /** Takes a leg from its agent without a message. */
  detachFromAgent(party: Party): void {
    const { agent } = party;
    party.cancelNextStep();
    party.state = 'Idle';
    if (!agent) return;
    agent.legs.splice(agent.legs.indexOf(party), 1);
    // A consultation outlives the call that it is about, as a call of its own.
    const consult = agent.legs.find(({ call }) => call.mainLeg === party);
    if (consult) consult.call.mainLeg = null;
    if (agent.legs.length === 0) agent.muted = false;
  }

  /** Sends a message to every agent in a call. */
  notifyCall(call: Call, messageID: MessageID | 'SandboxDigits', fields: Fields = {}): void {
    for (const party of call.parties) this.notifyParty(party, messageID, fields);
  }

  /** Sends a message to a party, if it is an agent. */
  notifyParty(party: Party, messageID: MessageID | 'SandboxDigits', fields: Fields = {}): void {
    if (!party.agent) return;
    const reference = this.#bus.reference || party.call.reference;
    this.#bus.send(party.agent, messageID, { ...callFields(party), ...fields }, reference);
  }

  /** Releases a leg. After-call work begins with the end of the agent's last leg, for the call rather than the consultation. */
  #release(party: Party, { wrapUp = true, fields = {} }: ReleaseOptions): void {
    if (party.state === 'Idle') return;
    const { agent, call } = party;
    this.detachFromAgent(party);
    if (!agent) return;
    const wasAnswered = party.answeredAt !== null && !agent.isSimulated;
    if (wasAnswered && (agent.wrapUpCallId === '' || call.type !== 'Consult')) agent.wrapUpCallId = party.callID;
    if (agent.legs.length > 0) return this.notifyParty(party, 'EventReleased', fields);
    const wrapUpCallId = wrapUp ? agent.wrapUpCallId : '';
    agent.wrapUpCallId = '';
    const hasWrapUp = wrapUpCallId !== '' && this.#wrapUps.begin(agent, wrapUpCallId);
    this.notifyParty(party, 'EventReleased', { ...wrapUpFields(agent), ...fields });
    if (wrapUpCallId !== '' && !hasWrapUp) this.#wrapUps.announceState(agent);
  }

  #scheduleStep(party: Party, step: BehaviorStep | null | undefined): void {
    party.cancelNextStep();
    if (!step) return;
    party.cancelNextStep = this.#bus.after(step.after, () => {
      if (step.act === 'answers') this.answer(party);
      else if (step.act === 'releases') this.disconnect(party);
      else this.receiveDigits(party, step.digits ?? '');
    });
  }

  #updateAutoEndTimer(call: Call): void {
    const isSimulated = ({ agent, answeredAt }: Party): boolean =>
      answeredAt !== null && (!agent || (agent.isSimulated && agent.legs.length === 1));
    if (call.parties.length > 1 && call.parties.every(isSimulated)) {
      call.autoEndTimer ??= this.#bus.after(ABANDONED_CALL_MS, () => this.endCall(call));
    } else {
      call.autoEndTimer?.();
      call.autoEndTimer = null;
    }
  }
}
