/** Call control between two parties, and after-call work. */
import type { PartyState } from '../../sdk/index.js';
import { Refusal, type Agent, type Party } from '../model/index.js';
import { callControl } from './method-context.js';

const DTMF_PATTERN = /^[0-9*#]{1,24}$/;

/** Returns the agent's latest leg if it is in one of the states. During a consultation that is the consultation's. */
function latestLeg(agent: Agent, ...states: PartyState[]): Party {
  const latest = agent.legs.at(-1);
  if (!latest || !states.includes(latest.state)) throw new Refusal('no-call', states.join(' or '));
  return latest;
}

/** Returns the leg of the agent's call if it is in one of the states, with or without a consultation. */
function mainLeg(agent: Agent, ...states: PartyState[]): Party {
  const [first] = agent.legs;
  if (!first || !states.includes(first.state)) throw new Refusal('no-call', states.join(' or '));
  return first;
}

/** Returns the leg of the agent's call if there is no consultation. */
function onlyLeg(agent: Agent, ...states: PartyState[]): Party {
  if (agent.legs.length > 1) throw new Refusal('not-now', 'consulting');
  return mainLeg(agent, ...states);
}

export const makeCall = callControl(({ exchange, agent, params }) => {
  const number = params.requiredString('otherDN');
  const ani = params.string('ANI');
  const plan = params.string('outboundPlanCode');
  if (ani !== '' && plan !== '') throw new Refusal('wrong-parameter', 'ANI and outboundPlanCode exclude each other');
  const target = exchange.targets.resolveDialed(number, agent);
  exchange.calls.dial(agent, target, { ani: ani || agent.route.number, attachedData: params.object('userData') });
});

export const rejectCall = callControl(({ exchange, agent }) => exchange.legs.disconnect(latestLeg(agent, 'Ringing')));

export const answer = callControl(({ exchange, agent }) => exchange.legs.answer(latestLeg(agent, 'Ringing')));

export const hangup = callControl(({ exchange, agent }) => {
  mainLeg(agent, 'Dialing', 'Ringing', 'Talk', 'Held');
  exchange.calls.hangup(agent);
});

export const holdCall = callControl(({ exchange, agent }) => exchange.legs.hold(onlyLeg(agent, 'Talk')));

export const retrieveCall = callControl(({ exchange, agent }) => exchange.legs.retrieve(onlyLeg(agent, 'Held')));

export const muteCall = callControl(({ exchange, agent }) => exchange.calls.mute(mainLeg(agent, 'Talk', 'Held')));

export const unmute = callControl(({ exchange, agent }) => exchange.calls.unmute(mainLeg(agent, 'Talk', 'Held')));

export const sendDtmf = callControl(({ exchange, agent, params }) => {
  const digits = params.requiredString('dtmfDigits');
  if (!DTMF_PATTERN.test(digits)) throw new Refusal('wrong-parameter', 'dtmfDigits must be 1 to 24 of 0-9, * and #');
  exchange.calls.sendDtmf(latestLeg(agent, 'Talk'), digits);
});

export const sendSatisfy = callControl(({ exchange, agent }) =>
  exchange.calls.startSurvey(mainLeg(agent, 'Talk', 'Held')),
);

export const delayACW = callControl(({ exchange, agent, params }) =>
  exchange.wrapUps.delay(agent, params.integer('delayTime', 30, 900)),
);

export const completeACW = callControl(({ exchange, agent }) => exchange.presence.completeWrapUp(agent));

export const completeACWToBusy = callControl(({ exchange, agent }) => exchange.presence.completeWrapUpAsBusy(agent));
