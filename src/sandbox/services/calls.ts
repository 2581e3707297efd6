/** Call control between two parties: dialing, offering, muting, DTMF, hanging up and the satisfaction survey. */
import type { Fields } from '../../internal/index.js';
import { Refusal, withDelay, type Agent, type Origin, type Party, type Target } from '../model/index.js';
import type { Legs, ReleaseOptions } from './legs.js';
import type { MessageBus } from './message-bus.js';
import type { SoundRouter } from './sound-router.js';
import { agentTarget, outsideTarget } from './targets.js';

/** With the answering method `pstn` the platform calls the agent's mobile first: the customer is called later. */
const MOBILE_PICKUP_MS = 1500;
const SURVEY_MS = 8000;

export interface DialOptions {
  /** Number that the other side sees. */
  readonly ani?: string;
  readonly attachedData?: Fields;
}

export class Calls {
  constructor(
    private readonly bus: MessageBus,
    private readonly legs: Legs,
    private readonly sounds: SoundRouter,
  ) {}

  dial(agent: Agent, target: Target, { ani = '', attachedData = {} }: DialOptions = {}): Party {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (agent.workStatus !== 'ready' && agent.workStatus !== 'occupied') throw new Refusal('not-now', agent.workStatus);
    const call = this.legs.startCall(
      target.agent ? { type: 'Internal', attachedData } : { type: 'Outbound', ani, dnis: target.number, attachedData },
    );
    const leg = this.legs.addParty(call, agentTarget(agent), 'Origination', 'Dialing');
    const called = this.legs.addParty(
      call,
      agent.phoneType === 'pstn' ? { ...target, behavior: withDelay(target.behavior, MOBILE_PICKUP_MS) } : target,
      'Destination',
      'Ringing',
    );
    this.legs.notifyParty(leg, 'EventDialing');
    this.legs.ring(called);
    return leg;
  }

  /** Offers a caller of a skill group to an agent. */
  offer(agent: Agent, origin: Origin, hotline: string): Party {
    const { number, attachedData } = origin.caller;
    const call = this.legs.startCall({ type: 'Inbound', ani: number, dnis: hotline, attachedData, origin });
    const leg = this.legs.addParty(call, agentTarget(agent), 'Destination', 'Ringing');
    this.legs.addParty(call, outsideTarget(number), 'Origination', 'Dialing');
    this.legs.ring(leg);
    return leg;
  }

  /** Turns the microphone off, for all legs of the agent. */
  mute(leg: Party): void {
    if (leg.agent) leg.agent.muted = true;
    this.legs.notifyParty(leg, 'EventAgentMute');
  }

  unmute(leg: Party): void {
    if (leg.agent) leg.agent.muted = false;
    this.legs.notifyParty(leg, 'EventAgentUnmute');
  }

  sendDtmf(leg: Party, digits: string): void {
    leg.call.digits += digits;
    if (leg.agent) this.sounds.dtmf(leg.agent, digits);
    this.legs.notifyParty(leg, 'EventDtmfSent', { dtmfDigits: digits });
  }

  /** Hangs up. The other parties of a conference stay connected; a consultation ends with the call. */
  hangup(agent: Agent): void {
    this.#endConsults(agent);
    this.#disconnectLegs(agent, { wrapUp: true });
  }

  /** Ends all legs of an agent, without after-call work. */
  releaseAll(agent: Agent): void {
    this.#endConsults(agent);
    this.#disconnectLegs(agent, { wrapUp: false });
  }

  /** Releases the agents and third parties. The customer stays for the survey (section "Send Satisfaction"). */
  startSurvey({ call, agent }: Party): void {
    const customer = call.parties.find(({ kind }) => kind === 'Customer');
    if (!customer) throw new Refusal('no-call', 'with a customer');
    if (agent) this.#endConsults(agent);
    for (const party of call.others(customer)) this.legs.removeLeg(party);
    customer.cancelNextStep();
    customer.cancelNextStep = this.bus.after(SURVEY_MS, () => this.legs.disconnect(customer));
  }

  #disconnectLegs(agent: Agent, options: ReleaseOptions): void {
    for (const leg of [...agent.legs].reverse()) this.legs.disconnect(leg, options);
  }

  /** Ends the agent's consultations. Their calls stay on hold, because they are about to end as well. */
  #endConsults({ legs }: Agent): void {
    for (const { call } of [...legs]) {
      if (!call.mainLeg || !legs.includes(call.mainLeg)) continue;
      call.mainLeg = null;
      this.legs.endCall(call);
    }
  }
}
