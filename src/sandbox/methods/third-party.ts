import type { PartyState } from '../../sdk/index.js';
import type { Agent } from '../model/agent.js';
import type { Party } from '../model/call.js';
import { Refusal } from '../model/refusal.js';
import { control } from './method-context.js';

/** The agent's call with one other side, which a third may join. */
function between({ legs }: Agent): Party {
  const [leg] = legs;
  if (!leg || (leg.state !== 'Talk' && leg.state !== 'Held')) throw new Refusal('no-call', 'Talk or Held');
  if (legs.length > 1 || leg.call.main) throw new Refusal('not-now', 'consulting');
  if (leg.call.parties.length > 2) throw new Refusal('three-parties');
  return leg;
}

/** The agent's leg of the consultation that the agent began. */
function asking({ legs }: Agent, state: PartyState): Party {
  const leg = legs.at(-1);
  if (!leg || leg.role !== 'ConsultBy' || !leg.call.main || leg.state !== state) throw new Refusal('no-consult', state);
  return leg;
}

export const singleTransfer = control(({ exchange, agent, params }) => {
  const type = params.word('targetType', ['0', '1', '2', '3']);
  const target = params.required('target');
  if (type === '') throw new Refusal('missing-parameter', 'targetType');
  const leg = between(agent);
  if (type === '3') exchange.transfers.toQueue(target, leg);
  else exchange.transfers.to(exchange.targets.third(leg, type, target), leg);
});

export const initiateConsult = control(({ exchange, agent, params }) => {
  const type = params.word('targetType', ['0', '1', '2']);
  const target = params.required('target');
  if (type === '') throw new Refusal('missing-parameter', 'targetType');
  const leg = between(agent);
  exchange.consults.initiate(leg, exchange.targets.third(leg, type, target), agent.route.number);
});

export const cancelConsult = control(({ exchange, agent }) => exchange.consults.end(asking(agent, 'Dialing')));

export const retrieveConsult = control(({ exchange, agent }) => exchange.consults.end(asking(agent, 'Talk')));

export const consultTransfer = control(({ exchange, agent }) => exchange.consults.transfer(asking(agent, 'Talk')));

export const consultConference = control(({ exchange, agent }) => exchange.consults.conference(asking(agent, 'Talk')));
