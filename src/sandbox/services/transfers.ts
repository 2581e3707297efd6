import { thirdFields, type Party, type Target } from '../model/call.js';
import type { Legs } from './legs.js';
import type { Queues } from './queues.js';
import { Refusal } from '../model/refusal.js';

/** The customer goes on to somebody else, and the agent's own leg ends (section "Transfer"). */
export class Transfers {
  constructor(
    private readonly legs: Legs,
    private readonly queues: Queues,
  ) {}

  /**
   * Somebody is called in the agent's place; the customer hears music until they answer.
   * @returns their leg
   */
  toTarget(target: Target, leg: Party): Party {
    const { call } = leg;
    leg.role = 'TransferBy';
    this.legs.removeLeg(leg, { fields: thirdFields({ number: target.number, role: 'TransferTo' }) });
    const third = this.legs.addParty(call, target, 'TransferTo', 'Ringing');
    call.parties = [third, ...call.others(third)];
    this.legs.ring(third, thirdFields(leg));
    return third;
  }

  /** The customer waits in a skill group, first in line. */
  toQueue(codeOrName: string, leg: Party): void {
    const queue = this.queues.find(codeOrName);
    if (!queue) throw new Refusal('unknown-queue', codeOrName);
    const { call } = leg;
    const customer = call.parties.find(({ kind }) => kind === 'Customer');
    if (!customer) throw new Refusal('no-call', 'with a customer');
    leg.role = 'TransferBy';
    this.legs.removeLeg(leg, { fields: thirdFields({ number: queue.row.code, role: 'TransferTo' }) });
    this.legs.endCall(call);
    queue.waiting.unshift({ number: customer.number, attachedData: call.attachedData });
  }
}
