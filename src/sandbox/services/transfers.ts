/** Blind transfers: the customer goes to another party, and the agent's leg ends (section "Transfer"). */
import { Refusal, thirdFields, type Party, type Target } from '../model/index.js';
import type { Legs } from './legs.js';
import type { Queues } from './queues.js';

export class Transfers {
  constructor(
    private readonly legs: Legs,
    private readonly queues: Queues,
  ) {}

  /**
   * Calls a target in the agent's place. The customer hears music until the target answers.
   * @returns the target's leg
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

  /** Puts the customer first in the queue of a skill group. */
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
