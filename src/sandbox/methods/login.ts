/**
 * Login and logout, ready and not ready. Parameters are read here; the rules, such as the work
 * statuses that forbid a login, are in `services/presence.ts`.
 */
import { reasonCodes, type LoginResult } from '../../sdk/index.js';
import { Refusal, tenant } from '../model/index.js';
import { command, success, type Method } from './method-context.js';

/**
 * Logs in. A blank `agentState` means do not disturb. The order matters: the other instances are
 * disconnected before the message, so that only this one gets it (section "Login", note 3).
 */
export const login: Method<LoginResult> = {
  needsToken: true,
  failure: 'coded',
  run({ exchange, agent, params, takeOver }) {
    exchange.presence.login(agent, {
      phoneType: params.oneOf('phoneType', tenant.phoneTypes),
      ext: params.string('bindExt'),
      mobile: params.string('bindMobile'),
      online: params.oneOf('agentState', ['1', '2']) === '1',
      unbindExtOnLogout: params.boolean('unbindExtOnLogout'),
    });
    takeOver();
    exchange.presence.announceLogin(agent);
    return {
      ...success,
      agentState: String(agent.state),
      phoneType: agent.phoneType,
      bindExt: agent.ext,
      bindMobile: agent.phone,
      reasonCode: agent.reasonCode,
    };
  },
};

export const logout = command(({ exchange, agent }) => exchange.presence.logout(agent));

export const ready = command(({ exchange, agent }) => exchange.presence.ready(agent));

/** Sets the agent not ready. Unlike in the kit, only the documented reasons are accepted. */
export const notReady = command(({ exchange, agent, params }) => {
  const code = params.integer('reasonCode', 0, 99);
  if (!reasonCodes.some((known) => known === code)) {
    throw new Refusal('wrong-parameter', `reasonCode must be one of ${reasonCodes.join(', ')}`);
  }
  exchange.presence.notReady(agent, code);
});

/** Hangs up and logs out from any state. */
export const resetLogout = command(({ exchange, agent }) => exchange.presence.reset(agent));
