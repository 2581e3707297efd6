import type { Agent } from '../model/agent.js';
import type { MessageBus, Fields } from './message-bus.js';
import type { Origin, Party, Target } from '../model/call.js';
import type { Legs } from './legs.js';
import { Refusal } from '../model/refusal.js';
import type { SoundRouter } from './sound-router.js';
import { agentTarget, withDelay, outsideTarget } from './targets.js';

/** With answering method "phone" the platform calls the agent's mobile before the customer: that takes a moment. */
const MOBILE_PICKUP_MS = 1500;
const SURVEY_MS = 8000;

/** Call control between two, and how calls begin and end for one of their agents. */
export class Calls {
  constructor(
    private readonly bus: MessageBus,
    private readonly legs: Legs,
    private readonly sounds: SoundRouter,
  ) {}

  dial(agent: Agent, target: Target, ani: string, attachedData: Fields): Party {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (agent.workStatus !== 'ready' && agent.workStatus !== 'occupied') throw new Refusal('not-now', agent.workStatus);
    const call = this.legs.startCall(
      target.agent ? { type: 'Internal', attachedData } : { type: 'Outbound', ani, dnis: target.number, attachedData },
    );
    const leg = this.legs.addParty(call, agentTarget(agent), 'Origination', 'Dialing');
    const called = this.legs.addParty(
      call,
      agent.phoneType === 'pstn' ? withDelay(target, MOBILE_PICKUP_MS) : target,
      'Destination',
      'Ringing',
    );
    this.legs.notifyParty(leg, 'EventDialing');
    this.legs.ring(called);
    return leg;
  }

  /** A caller from a skill group rings at an agent. */
  offer(agent: Agent, origin: Origin, hotline: string): Party {
    const { number, attachedData } = origin.caller;
    const call = this.legs.startCall({ type: 'Inbound', ani: number, dnis: hotline, attachedData, origin });
    const leg = this.legs.addParty(call, agentTarget(agent), 'Destination', 'Ringing');
    this.legs.addParty(call, outsideTarget(number), 'Origination', 'Dialing');
    this.legs.ring(leg);
    return leg;
  }

  /** The microphone is off for all of the agent's legs. */
  mute(leg: Party, on: boolean): void {
    if (leg.agent) leg.agent.muted = on;
    this.legs.notifyParty(leg, on ? 'EventAgentMute' : 'EventAgentUnmute');
  }

  sendDtmf(leg: Party, digits: string): void {
    leg.call.digits += digits;
    if (leg.agent) this.sounds.dtmf(leg.agent, digits);
    this.legs.notifyParty(leg, 'EventDtmfSent', { dtmfDigits: digits });
  }

  /** In a conference the others go on; during a consultation everything ends. */
  hangup(agent: Agent): void {
    this.#disconnectAll(agent, true);
  }

  /** Ends whatever an agent is in, without after-call work. */
  releaseAll(agent: Agent): void {
    this.#disconnectAll(agent, false);
  }

  /** The agents' side and third parties end, the customer stays for the survey (section "Send Satisfaction"). */
  startSurvey({ call, agent }: Party): void {
    const customer = call.parties.find(({ kind }) => kind === 'Customer');
    if (!customer) throw new Refusal('no-call', 'with a customer');
    if (agent) this.#endConsults(agent);
    for (const party of call.others(customer)) this.legs.removeLeg(party);
    customer.cancelNextStep();
    customer.cancelNextStep = this.bus.after(SURVEY_MS, () => this.legs.disconnect(customer));
  }

  #disconnectAll(agent: Agent, wrapUp: boolean): void {
    this.#endConsults(agent);
    for (const leg of [...agent.legs].reverse()) this.legs.disconnect(leg, { wrapUp });
  }

  /** Not to come back from. */
  #endConsults({ legs }: Agent): void {
    for (const { call } of [...legs]) {
      if (!call.mainLeg || !legs.includes(call.mainLeg)) continue;
      call.mainLeg = null;
      this.legs.endCall(call);
    }
  }
}
