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
    const { agent, call, number, manner } = main;
    if (main.state === 'Talk') this.legs.hold(main, true);
    const dialled = target.agent ? {} : { ani, dnis: target.number };
    const consult = this.legs.begin({ type: 'Consult', attachedData: call.attachedData, ...dialled });
    consult.main = main;
    const leg = this.legs.join(consult, { agent, number, manner }, 'ConsultBy', 'Dialing');
    const third = this.legs.join(consult, target, 'Destination', 'Ringing');
    this.legs.tellParty(leg, 'EventDialing');
    this.legs.ring(third);
    return leg;
  }

  /** Before the third party answers and after it: the agent is back with the customer. */
  end({ call }: Party): void {
    this.legs.end(call);
  }

  /** The third party takes the agent's place, and knows its call by the id it had. */
  transfer(leg: Party): void {
    const { main, third } = this.#untie(leg);
    this.legs.drop(leg);
    this.legs.forget(leg.call);
    third.role = 'TransferTo';
    main.role = 'TransferBy';
    const { call } = main;
    this.legs.drop(main, { fields: thirdFields(third) });
    call.parties.unshift(third);
    third.call = call;
    this.legs.tell(call, 'EventPartyChanged', thirdFields(main));
  }

  /** The third party comes over into the call with the customer; the other side may have brought one in meanwhile. */
  conference(leg: Party): void {
    if ((leg.call.main?.call.parties.length ?? 0) > 2) throw new Refusal('three-parties');
    const { main, third } = this.#untie(leg);
    this.legs.hold(main, false);
    this.legs.detach(leg);
    this.legs.forget(leg.call);
    main.role = 'AddedBy';
    third.role = 'NewParty';
    const { call } = main;
    call.parties = [main, ...call.others(main), third];
    third.call = call;
    this.legs.tell(call, 'EventPartyAdded');
  }

  /** Unties a consultation that was answered: what becomes of its legs is said one by one. */
  #untie({ call, state }: Party): { main: Party; third: Party } {
    const { main } = call;
    const third = call.parties.find(({ role }) => role === 'Destination');
    if (!main || !third || state !== 'Talk') throw new Refusal('no-consult');
    call.main = null;
    return { main, third };
  }
}
