import { thirdFields, type Party, type Target } from '../model/call.js';
import type { Legs } from './legs.js';
import { Refusal } from '../model/refusal.js';

/** A second call of an agent beside the one on hold, and how the two become one. */
export class Consults {
  constructor(private readonly legs: Legs) {}

  /**
   * @param main the agent's leg of the call that it is about
   * @returns the agent's leg of the consultation
   */
  initiate(main: Party, target: Target, ani: string): Party {
    const { agent, call, number, behavior } = main;
    if (main.state === 'Talk') this.legs.hold(main, true);
    const dialled = target.agent ? {} : { ani, dnis: target.number };
    const consult = this.legs.startCall({ type: 'Consult', attachedData: call.attachedData, ...dialled });
    consult.mainLeg = main;
    const leg = this.legs.addParty(consult, { agent, number, behavior }, 'ConsultBy', 'Dialing');
    const third = this.legs.addParty(consult, target, 'Destination', 'Ringing');
    this.legs.notifyParty(leg, 'EventDialing');
    this.legs.ring(third);
    return leg;
  }

  /** Before the third party answers and after it: the agent is back with the customer. */
  end({ call }: Party): void {
    this.legs.endCall(call);
  }

  /** The third party takes the agent's place, and knows its call by the id it had. */
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

  /** The third party comes over into the call with the customer; the other side may have brought one in meanwhile. */
  conference(leg: Party): void {
    if ((leg.call.mainLeg?.call.parties.length ?? 0) > 2) throw new Refusal('three-parties');
    const { main, third } = this.#detachConsult(leg);
    this.legs.hold(main, false);
    this.legs.detachFromAgent(leg);
    this.legs.closeCall(leg.call);
    main.role = 'AddedBy';
    third.role = 'NewParty';
    const { call } = main;
    call.parties = [main, ...call.others(main), third];
    third.call = call;
    this.legs.notifyCall(call, 'EventPartyAdded');
  }

  /** Unties a consultation that was answered: what becomes of its legs is said one by one. */
  #detachConsult({ call, state }: Party): { main: Party; third: Party } {
    const { mainLeg } = call;
    const third = call.parties.find(({ role }) => role === 'Destination');
    if (!mainLeg || !third || state !== 'Talk') throw new Refusal('no-consult');
    call.mainLeg = null;
    return { main: mainLeg, third };
  }
}
