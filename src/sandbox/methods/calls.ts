import type { PartyState } from '../../sdk/index.js';
import type { Agent } from '../switch/agent.js';
import type { Party } from '../switch/call.js';
import { Refusal } from '../switch/refusal.js';
import { control } from './method.js';

const DTMF = /^[0-9*#]{1,24}$/;

/** The agent's leg, if it is in one of these states. */
function leg(agent: Agent, ...states: PartyState[]): Party {
  const latest = agent.legs.at(-1);
  if (!latest || !states.includes(latest.state)) throw new Refusal('no-call', states.join(' or '));
  return latest;
}

export const makeCall = control(({ exchange, agent, params }) => {
  const number = params.required('otherDN');
  const ani = params.text('ANI');
  const plan = params.text('outboundPlanCode');
  if (ani !== '' && plan !== '') throw new Refusal('wrong-parameter', 'ANI and outboundPlanCode exclude each other');
  exchange.calls.dial(agent, number, ani || agent.route.number, params.object('userData'));
});

export const rejectCall = control(({ exchange, agent }) => exchange.calls.decline(leg(agent, 'Ringing').call));

export const answer = control(({ exchange, agent }) => exchange.calls.connect(leg(agent, 'Ringing').call));

export const hangup = control(({ exchange, agent }) => {
  const { state, call } = leg(agent, 'Dialing', 'Ringing', 'Talk', 'Held');
  if (state === 'Ringing') exchange.calls.decline(call);
  else exchange.calls.release(call);
});

export const holdCall = control(({ exchange, agent }) => exchange.calls.hold(leg(agent, 'Talk'), true));

export const retrieveCall = control(({ exchange, agent }) => exchange.calls.hold(leg(agent, 'Held'), false));

export const muteCall = control(({ exchange, agent }) => exchange.calls.mute(leg(agent, 'Talk', 'Held'), true));

export const unmute = control(({ exchange, agent }) => exchange.calls.mute(leg(agent, 'Talk', 'Held'), false));

export const sendDtmf = control(({ exchange, agent, params }) => {
  const digits = params.required('dtmfDigits');
  if (!DTMF.test(digits)) throw new Refusal('wrong-parameter', 'dtmfDigits must be 1 to 24 of 0-9, * and #');
  exchange.calls.sendDtmf(leg(agent, 'Talk'), digits);
});

export const sendSatisfy = control(({ exchange, agent }) => exchange.calls.survey(leg(agent, 'Talk', 'Held').call));

export const delayACW = control(({ exchange, agent, params }) =>
  exchange.wrapUps.delay(agent, params.integer('delayTime', 30, 900)),
);

export const completeACW = control(({ exchange, agent }) => exchange.presence.completeWrapUp(agent, false));

export const completeACWToBusy = control(({ exchange, agent }) => exchange.presence.completeWrapUp(agent, true));
