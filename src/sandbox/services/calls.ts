import type { Agent } from '../model/agent.js';
import type { Bus, Fields } from './message-bus.js';
import type { Origin, Party, Target } from '../model/call.js';
import type { Legs } from './legs.js';
import { Refusal } from '../model/refusal.js';
import type { Sounds } from './sound-router.js';
import { agentTarget, later, outside } from './targets.js';

/** With answering method "phone" the platform calls the agent's mobile before the customer: that takes a moment. */
const MOBILE_PICKUP = 1500;
const SURVEY_LENGTH = 8000;

/** Call control between two, and how calls begin and end for one of their agents. */
export class Calls {
  constructor(
    private readonly bus: Bus,
    private readonly legs: Legs,
    private readonly sounds: Sounds,
  ) {}

  dial(agent: Agent, target: Target, ani: string, attachedData: Fields): Party {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (agent.work !== 'ready' && agent.work !== 'occupied') throw new Refusal('not-now', agent.work);
    const call = this.legs.begin(
      target.agent ? { type: 'Internal', attachedData } : { type: 'Outbound', ani, dnis: target.number, attachedData },
    );
    const leg = this.legs.join(call, agentTarget(agent), 'Origination', 'Dialing');
    const called = this.legs.join(
      call,
      agent.phoneType === 'pstn' ? later(target, MOBILE_PICKUP) : target,
      'Destination',
      'Ringing',
    );
    this.legs.tellParty(leg, 'EventDialing');
    this.legs.ring(called);
    return leg;
  }

  /** A caller from a skill group rings at an agent. */
  ring(agent: Agent, origin: Origin, hotline: string): Party {
    const { number, attachedData } = origin.caller;
    const call = this.legs.begin({ type: 'Inbound', ani: number, dnis: hotline, attachedData, origin });
    const leg = this.legs.join(call, agentTarget(agent), 'Destination', 'Ringing');
    this.legs.join(call, outside(number), 'Origination', 'Dialing');
    this.legs.ring(leg);
    return leg;
  }

  /** The microphone is off for all of the agent's legs. */
  mute(leg: Party, on: boolean): void {
    if (leg.agent) leg.agent.muted = on;
    this.legs.tellParty(leg, on ? 'EventAgentMute' : 'EventAgentUnmute');
  }

  sendDtmf(leg: Party, digits: string): void {
    leg.call.digits += digits;
    if (leg.agent) this.sounds.dtmf(leg.agent, digits);
    this.legs.tellParty(leg, 'EventDtmfSent', { dtmfDigits: digits });
  }

  /** In a conference the others go on; during a consultation everything ends. */
  hangup(agent: Agent): void {
    this.#leaveAll(agent, true);
  }

  /** Ends whatever an agent is in, without after-call work. */
  dropAll(agent: Agent): void {
    this.#leaveAll(agent, false);
  }

  /** The agents' side and third parties end, the customer stays for the survey (section "Send Satisfaction"). */
  survey({ call, agent }: Party): void {
    const customer = call.parties.find(({ kind }) => kind === 'Customer');
    if (!customer) throw new Refusal('no-call', 'with a customer');
    if (agent) this.#endConsults(agent);
    for (const party of call.others(customer)) this.legs.drop(party);
    customer.rest();
    customer.rest = this.bus.after(SURVEY_LENGTH, () => this.legs.leave(customer));
  }

  #leaveAll(agent: Agent, wrapUp: boolean): void {
    this.#endConsults(agent);
    for (const leg of [...agent.legs].reverse()) this.legs.leave(leg, { wrapUp });
  }

  /** Not to come back from. */
  #endConsults({ legs }: Agent): void {
    for (const { call } of [...legs]) {
      if (!call.main || !legs.includes(call.main)) continue;
      call.main = null;
      this.legs.end(call);
    }
  }
}
