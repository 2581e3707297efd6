/**
 * Call control between two parties, and after-call work. Each method finds the leg that it concerns
 * and checks its state; the services then change it without further checks.
 */
import type { PartyState } from '../../sdk/index.js';
import { Refusal, type Agent, type Party } from '../model/index.js';
import { callControl } from './method-context.js';

/** Section "Send Key": at most 24 characters. */
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

/**
 * Dials. Without a caller ID the number of the outbound route is used (section "Outbound", `ANI`).
 */
export const makeCall = callControl(({ exchange, agent, params }) => {
  const number = params.requiredString('otherDN');
  const ani = params.string('ANI');
  const plan = params.string('outboundPlanCode');
  if (ani !== '' && plan !== '') throw new Refusal('wrong-parameter', 'ANI and outboundPlanCode exclude each other');
  const target = exchange.targets.resolveDialed(number, agent);
  exchange.calls.dial(agent, target, { ani: ani || agent.route.number, attachedData: params.object('userData') });
});

/** Declines and answers concern the latest leg, because that is the one that rings. */
export const rejectCall = callControl(({ exchange, agent }) => exchange.legs.disconnect(latestLeg(agent, 'Ringing')));

export const answer = callControl(({ exchange, agent }) => exchange.legs.answer(latestLeg(agent, 'Ringing')));

/** Hangs up in any state of the call, consultation included. */
export const hangup = callControl(({ exchange, agent }) => {
  mainLeg(agent, 'Dialing', 'Ringing', 'Talk', 'Held');
  exchange.calls.hangup(agent);
});

/** Hold and resume are refused during a consultation, where the call is on hold by itself. */
export const holdCall = callControl(({ exchange, agent }) => exchange.legs.hold(onlyLeg(agent, 'Talk')));

export const retrieveCall = callControl(({ exchange, agent }) => exchange.legs.retrieve(onlyLeg(agent, 'Held')));

/**
 * The microphone serves both legs, so mute is possible during a consultation (section "Mute", note
 * 2).
 */
export const muteCall = callControl(({ exchange, agent }) => exchange.calls.mute(mainLeg(agent, 'Talk', 'Held')));

export const unmute = callControl(({ exchange, agent }) => exchange.calls.unmute(mainLeg(agent, 'Talk', 'Held')));

/** Sends keys to the party that the agent talks to: the third party during a consultation. */
export const sendDtmf = callControl(({ exchange, agent, params }) => {
  const digits = params.requiredString('dtmfDigits');
  if (!DTMF_PATTERN.test(digits)) throw new Refusal('wrong-parameter', 'dtmfDigits must be 1 to 24 of 0-9, * and #');
  exchange.calls.sendDtmf(latestLeg(agent, 'Talk'), digits);
});

export const sendSatisfy = callControl(({ exchange, agent }) =>
  exchange.calls.startSurvey(mainLeg(agent, 'Talk', 'Held')),
);

/** Extends after-call work by 30 to 900 seconds (section "Extend Sorting Duration"). */
export const delayACW = callControl(({ exchange, agent, params }) =>
  exchange.wrapUps.delay(agent, params.integer('delayTime', 30, 900)),
);

export const completeACW = callControl(({ exchange, agent }) => exchange.presence.completeWrapUp(agent));

export const completeACWToBusy = callControl(({ exchange, agent }) => exchange.presence.completeWrapUpAsBusy(agent));
