/** Consultations: a second call of an agent beside the one on hold, and how a transfer or a conference joins the two. */
import { Refusal, thirdFields, type Party, type Target } from '../model/index.js';
import type { Legs } from './legs.js';

export class Consults {
  constructor(private readonly legs: Legs) {}

  /**
   * Starts a consultation. The call is put on hold.
   * @param main the agent's leg of the call
   * @param ani number that the third party sees
   * @returns the agent's leg of the consultation
   */
  initiate(main: Party, target: Target, ani: string): Party {
    const { agent, call, number, behavior } = main;
    if (main.state === 'Talk') this.legs.hold(main);
    const dialed = target.agent ? {} : { ani, dnis: target.number };
    const consult = this.legs.startCall({ type: 'Consult', attachedData: call.attachedData, ...dialed });
    consult.mainLeg = main;
    const leg = this.legs.addParty(consult, { agent, number, behavior }, 'ConsultBy', 'Dialing');
    const third = this.legs.addParty(consult, target, 'Destination', 'Ringing');
    this.legs.notifyParty(leg, 'EventDialing');
    this.legs.ring(third);
    return leg;
  }

  /** Ends the consultation, answered or not. The agent is back with the customer. */
  end({ call }: Party): void {
    this.legs.endCall(call);
  }

  /** Puts the third party in the agent's place. For the third party the id of the call stays that of the consultation. */
  transfer(leg: Party): void {
    const { main, third } = this.#detachConsult(leg);
    this.legs.removeLeg(leg);
    this.legs.closeCall(leg.call);
    third.role = 'TransferTo';
    main.role = 'TransferBy';
    const { call } = main;
    this.legs.removeLeg(main, { fields: thirdFields(third) });
    call.parties.unshift(third);
    third.call = call;
    this.legs.notifyCall(call, 'EventPartyChanged', thirdFields(main));
  }

  /**
   * Moves the third party to the call with the customer.
   * @throws Refusal if the other side has added a third party meanwhile
   */
  conference(leg: Party): void {
    if ((leg.call.mainLeg?.call.parties.length ?? 0) > 2) throw new Refusal('three-parties');
    const { main, third } = this.#detachConsult(leg);
    this.legs.retrieve(main);
    this.legs.detachFromAgent(leg);
    this.legs.closeCall(leg.call);
    main.role = 'AddedBy';
    third.role = 'NewParty';
    const { call } = main;
    call.parties = [main, ...call.others(main), third];
    third.call = call;
    this.legs.notifyCall(call, 'EventPartyAdded');
  }

  /** Separates an answered consultation from its call. The caller of this method decides what its legs become. */
  #detachConsult({ call, state }: Party): { main: Party; third: Party } {
    const { mainLeg } = call;
    const third = call.parties.find(({ role }) => role === 'Destination');
    if (!mainLeg || !third || state !== 'Talk') throw new Refusal('no-consult');
    call.mainLeg = null;
    return { main: mainLeg, third };
  }
}
