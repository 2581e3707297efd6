import type { PartyState } from '../../sdk/index.js';
import type { Agent } from '../model/agent.js';
import type { Party } from '../model/call.js';
import { Refusal } from '../model/refusal.js';
import { control } from './method-context.js';

const DTMF = /^[0-9*#]{1,24}$/;

/** The agent's latest leg, if it is in one of these states: during a consultation that is the consultation's. */
function leg(agent: Agent, ...states: PartyState[]): Party {
  const latest = agent.legs.at(-1);
  if (!latest || !states.includes(latest.state)) throw new Refusal('no-call', states.join(' or '));
  return latest;
}

/** The leg of the agent's call, whatever else there is. */
function main(agent: Agent, ...states: PartyState[]): Party {
  const [first] = agent.legs;
  if (!first || !states.includes(first.state)) throw new Refusal('no-call', states.join(' or '));
  return first;
}

/** The agent's call, when there is no consultation. */
function only(agent: Agent, ...states: PartyState[]): Party {
  if (agent.legs.length > 1) throw new Refusal('not-now', 'consulting');
  return main(agent, ...states);
}

export const makeCall = control(({ exchange, agent, params }) => {
  const number = params.required('otherDN');
  const ani = params.text('ANI');
  const plan = params.text('outboundPlanCode');
  if (ani !== '' && plan !== '') throw new Refusal('wrong-parameter', 'ANI and outboundPlanCode exclude each other');
  const target = exchange.targets.dialled(number, agent);
  exchange.calls.dial(agent, target, ani || agent.route.number, params.object('userData'));
});

export const rejectCall = control(({ exchange, agent }) => exchange.legs.leave(leg(agent, 'Ringing')));

export const answer = control(({ exchange, agent }) => exchange.legs.connect(leg(agent, 'Ringing')));

export const hangup = control(({ exchange, agent }) => {
  main(agent, 'Dialing', 'Ringing', 'Talk', 'Held');
  exchange.calls.hangup(agent);
});

export const holdCall = control(({ exchange, agent }) => exchange.legs.hold(only(agent, 'Talk'), true));

export const retrieveCall = control(({ exchange, agent }) => exchange.legs.hold(only(agent, 'Held'), false));

export const muteCall = control(({ exchange, agent }) => exchange.calls.mute(main(agent, 'Talk', 'Held'), true));

export const unmute = control(({ exchange, agent }) => exchange.calls.mute(main(agent, 'Talk', 'Held'), false));

export const sendDtmf = control(({ exchange, agent, params }) => {
  const digits = params.required('dtmfDigits');
  if (!DTMF.test(digits)) throw new Refusal('wrong-parameter', 'dtmfDigits must be 1 to 24 of 0-9, * and #');
  exchange.calls.sendDtmf(leg(agent, 'Talk'), digits);
});

export const sendSatisfy = control(({ exchange, agent }) => exchange.calls.survey(main(agent, 'Talk', 'Held')));

export const delayACW = control(({ exchange, agent, params }) =>
  exchange.wrapUps.delay(agent, params.integer('delayTime', 30, 900)),
);

export const completeACW = control(({ exchange, agent }) => exchange.presence.completeWrapUp(agent, false));

export const completeACWToBusy = control(({ exchange, agent }) => exchange.presence.completeWrapUp(agent, true));
