/**
 * Transfers, consultations and conferences. The methods decide whether the call permits the command
 * and the target exists; `services/consults.ts` and `services/transfers.ts` move the parties.
 */
import type { PartyState } from '../../sdk/index.js';
import { Refusal, type Agent, type Party } from '../model/index.js';
import { callControl } from './method-context.js';

/** Returns the leg of an answered call of two parties, without a consultation. */
function transferableLeg({ legs }: Agent): Party {
  const [leg] = legs;
  if (!leg || (leg.state !== 'Talk' && leg.state !== 'Held')) throw new Refusal('no-call', 'Talk or Held');
  if (legs.length > 1 || leg.call.mainLeg) throw new Refusal('not-now', 'consulting');
  if (leg.call.parties.length > 2) throw new Refusal('three-parties');
  return leg;
}

/** Returns the agent's leg of the consultation that the agent started. */
function consultLeg({ legs }: Agent, state: PartyState): Party {
  const leg = legs.at(-1);
  if (!leg || leg.role !== 'ConsultBy' || !leg.call.mainLeg || leg.state !== state)
    throw new Refusal('no-consult', state);
  return leg;
}

/** Transfers without a consultation. Only this command accepts a skill group, `targetType` 3. */
export const singleTransfer = callControl(({ exchange, agent, params }) => {
  const type = params.oneOf('targetType', ['0', '1', '2', '3']);
  const target = params.requiredString('target');
  if (type === '') throw new Refusal('missing-parameter', 'targetType');
  const leg = transferableLeg(agent);
  if (type === '3') exchange.transfers.toQueue(target, leg);
  else exchange.transfers.toTarget(exchange.targets.resolveThirdParty(leg, type, target), leg);
});

/** Consults a third party. A number outside sees the number of the outbound route. */
export const initiateConsult = callControl(({ exchange, agent, params }) => {
  const type = params.oneOf('targetType', ['0', '1', '2']);
  const target = params.requiredString('target');
  if (type === '') throw new Refusal('missing-parameter', 'targetType');
  const leg = transferableLeg(agent);
  exchange.consults.initiate(leg, exchange.targets.resolveThirdParty(leg, type, target), agent.route.number);
});

/** Ends a consultation that is not answered; {@link retrieveConsult} ends an answered one. */
export const cancelConsult = callControl(({ exchange, agent }) => exchange.consults.end(consultLeg(agent, 'Dialing')));

export const retrieveConsult = callControl(({ exchange, agent }) => exchange.consults.end(consultLeg(agent, 'Talk')));

export const consultTransfer = callControl(({ exchange, agent }) =>
  exchange.consults.transfer(consultLeg(agent, 'Talk')),
);

export const consultConference = callControl(({ exchange, agent }) =>
  exchange.consults.conference(consultLeg(agent, 'Talk')),
);
