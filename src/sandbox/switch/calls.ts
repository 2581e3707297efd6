import type { MessageID, PartyState, Role } from '../../sdk/index.js';
import { customerOf, type CustomerStep } from '../customers.js';
import type { Agent } from './agent.js';
import { wrapUpFields } from './agent-fields.js';
import type { Bus, Fields } from './bus.js';
import { Call, callFields, type Origin, type Party } from './call.js';
import type { Random } from './random.js';
import { Refusal } from './refusal.js';
import type { Sounds } from './sound.js';
import type { WrapUps } from './wrap-up.js';

/** How long an inbound call rings before it goes back to its skill group, milliseconds. */
export const RING_TIMEOUT = 30_000;

/** With answering method "phone" the platform calls the agent's mobile before the customer: that takes a moment. */
const MOBILE_PICKUP = 1500;
const SURVEY_LENGTH = 8000;

/** 35 characters, as the vendor's. */
const CALL_ID_LENGTH = 35;
const PARTY_ID_LENGTH = 32;

/** Call control: every call that is going on, leg by leg. */
export class Calls {
  readonly active = new Map<string, Call>();
  /** Who takes back the caller of an inbound call that nobody answered. */
  onUnanswered: (origin: Origin) => void = () => {};

  constructor(
    private readonly bus: Bus,
    private readonly random: Random,
    private readonly sounds: Sounds,
    private readonly wrapUps: WrapUps,
  ) {}

  dial(agent: Agent, number: string, ani: string, attachedData: Fields): Call {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (agent.work !== 'ready' && agent.work !== 'occupied') throw new Refusal('not-now', agent.work);
    const customer = customerOf(number);
    if (!customer.called) throw new Refusal('no-such-number', number);
    const id = this.random.hex(CALL_ID_LENGTH);
    const call = new Call(id, 'Outbound', ani, number, customer, attachedData, this.bus.reference, null);
    this.#join(call, agent.dn, 'Origination', 'Dialing', agent);
    this.#join(call, number, 'Destination', 'Ringing', null);
    this.active.set(id, call);
    this.#tell(call, 'EventDialing');
    const lead = agent.phoneType === 'pstn' ? MOBILE_PICKUP : 0;
    this.#plan(call, { ...customer.called, after: customer.called.after + lead });
    return call;
  }

  /** A caller from a skill group rings at an agent. */
  ring(agent: Agent, origin: Origin, hotline: string): Call {
    const { caller } = origin;
    const id = this.random.hex(CALL_ID_LENGTH);
    const call = new Call(
      id,
      'Inbound',
      caller.number,
      hotline,
      customerOf(caller.number),
      caller.attachedData,
      0,
      origin,
    );
    this.#join(call, agent.dn, 'Destination', 'Ringing', agent);
    this.#join(call, caller.number, 'Origination', 'Dialing', null);
    this.active.set(id, call);
    this.#tell(call, 'EventRinging');
    call.timers.add(this.bus.after(RING_TIMEOUT, () => this.decline(call)));
    return call;
  }

  /** The two sides hear each other. */
  connect(call: Call): void {
    call.stopTimers();
    call.answeredAt = this.bus.clock.now();
    for (const party of call.parties) {
      party.state = 'Talk';
      if (party.agent) this.sounds.open(party, party.agent);
    }
    this.#tell(call, 'EventEstablished');
    if (call.customer.answered) this.#plan(call, call.customer.answered);
  }

  hold(leg: Party, on: boolean): void {
    leg.state = on ? 'Held' : 'Talk';
    leg.sound?.hold(on);
    this.#tellParty(leg, on ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall');
  }

  mute(leg: Party, on: boolean): void {
    leg.muted = on;
    leg.sound?.mute(on);
    this.#tellParty(leg, on ? 'EventAgentMute' : 'EventAgentUnmute');
  }

  sendDtmf(leg: Party, digits: string): void {
    leg.call.digits += digits;
    leg.sound?.dtmf(digits);
    this.#tellParty(leg, 'EventDtmfSent', { dtmfDigits: digits });
  }

  /** The document knows no message for digits of the customer, so it is one of ours. */
  receiveDigits(call: Call, digits: string): void {
    call.customerDigits += digits;
    this.#tell(call, 'SandboxDigits', { digits });
  }

  /** An agent doesn't take an inbound call: its caller waits again, first in line. */
  decline(call: Call): void {
    this.release(call);
    if (call.origin) this.onUnanswered(call.origin);
  }

  /** The whole call ends. */
  release(call: Call, options?: { wrapUp: boolean }): void {
    call.stopTimers();
    this.active.delete(call.id);
    for (const party of call.parties) this.#leave(party, options?.wrapUp ?? true);
  }

  /** The agents' side ends, the customer stays on the line for the survey (section "Send Satisfaction"). */
  survey(call: Call): void {
    call.stopTimers();
    for (const party of call.parties) if (party.agent) this.#leave(party, true);
    call.timers.add(this.bus.after(SURVEY_LENGTH, () => this.release(call)));
  }

  /** Ends whatever an agent is in, without after-call work. */
  dropAll(agent: Agent): void {
    for (const { call } of [...agent.legs]) {
      const unanswered = call.answeredAt === null;
      this.release(call, { wrapUp: false });
      if (unanswered && call.origin) this.onUnanswered(call.origin);
    }
  }

  #join(call: Call, number: string, role: Role, state: PartyState, agent: Agent | null): void {
    const id = this.random.hex(PARTY_ID_LENGTH);
    const kind = agent ? 'Agent' : 'Customer';
    const party: Party = { id, call, kind, number, role, state, agent, muted: false, sound: null };
    call.parties.push(party);
    agent?.legs.push(party);
  }

  #leave(party: Party, wrapUp: boolean): void {
    if (party.state === 'Idle') return;
    const { agent, call } = party;
    this.sounds.close(party);
    party.state = 'Idle';
    if (!agent) return;
    agent.legs.splice(agent.legs.indexOf(party), 1);
    const worked = call.answeredAt !== null && wrapUp;
    const sorting = worked && this.wrapUps.begin(agent, call.id);
    this.#tellParty(party, 'EventReleased', wrapUpFields(agent));
    if (worked && !sorting) this.wrapUps.tellState(agent);
  }

  /** What the customer is going to do. */
  #plan(call: Call, step: CustomerStep): void {
    const run = (): void => {
      if (step.act === 'answers') this.connect(call);
      else if (step.act === 'releases') this.release(call);
      else this.receiveDigits(call, step.digits ?? '');
    };
    call.timers.add(this.bus.after(step.after, run));
  }

  #tell(call: Call, messageID: MessageID | 'SandboxDigits', fields: Fields = {}): void {
    for (const party of call.parties) this.#tellParty(party, messageID, fields);
  }

  #tellParty(party: Party, messageID: MessageID | 'SandboxDigits', fields: Fields = {}): void {
    if (!party.agent) return;
    const reference = this.bus.reference || party.call.reference;
    this.bus.post(party.agent, messageID, { ...callFields(party), ...fields }, reference);
  }
}
