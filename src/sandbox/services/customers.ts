/** Actions of the simulated parties outside the company: customers, and third parties that an agent called. */
import type { Party } from '../model/index.js';
import type { Legs } from './legs.js';
import type { MessageBus } from './message-bus.js';

/** Without a `callID`, a method takes the latest call that fits, a customer before a third party. */
export class Customers {
  constructor(
    private readonly bus: MessageBus,
    private readonly legs: Legs,
  ) {}

  answer(callID?: string): boolean {
    return this.#withLatestParty(callID, isRinging, (party) => this.legs.answer(party));
  }

  decline(callID?: string): boolean {
    return this.#withLatestParty(callID, isRinging, (party) => this.legs.disconnect(party));
  }

  hangUp(callID?: string): boolean {
    return this.#withLatestParty(callID, isAnyParty, (party) => this.legs.disconnect(party));
  }

  sendDigits(digits: string, callID?: string): boolean {
    return this.#withLatestParty(callID, isAnswered, (party) => this.legs.receiveDigits(party, digits));
  }

  #withLatestParty(
    callID: string | undefined,
    matches: (party: Party) => boolean,
    change: (party: Party) => void,
  ): boolean {
    const parties = [...this.legs.active.values()]
      .flatMap((call) => call.parties)
      .filter((party) => !party.agent && (callID === undefined || party.callID === callID) && matches(party));
    const party = parties.findLast(({ kind }) => kind === 'Customer') ?? parties.at(-1);
    if (party) this.bus.run(() => change(party));
    return party !== undefined;
  }
}

const isRinging = ({ state }: Party): boolean => state === 'Ringing';

const isAnswered = ({ answeredAt }: Party): boolean => answeredAt !== null;

const isAnyParty = (): boolean => true;
