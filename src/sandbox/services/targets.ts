/** Resolution of a number, an agent or an extension to the party that is called. */
import { customerOf, Refusal, tenant, type Agent, type Party, type Target } from '../model/index.js';
import type { Roster } from './roster.js';

export const agentTarget = (agent: Agent): Target => ({ number: agent.dn, agent, behavior: agent.behavior });

export const outsideTarget = (number: string): Target => ({ number, agent: null, behavior: customerOf(number) });

/** Sections "Transfer" and "Inquiry", `targetType`, without skill groups: 0 agent, 1 number, 2 extension. */
export type TargetType = '0' | '1' | '2';

export class Targets {
  constructor(private readonly roster: Roster) {}

  /**
   * Resolves a number that an agent dials. An extension with an agent logged in gives an internal call.
   * @throws Refusal
   */
  resolveDialed(number: string, caller: Agent): Target {
    const colleague = this.#loggedInAt(number);
    return colleague ? this.#readyAgent(colleague, caller) : this.#outsideNumber(number);
  }

  #outsideNumber(number: string): Target {
    const target = outsideTarget(number);
    if (!target.behavior.called) throw new Refusal('no-such-number', number);
    return target;
  }

  /**
   * Resolves the third party of a transfer or a consultation.
   * @param leg the agent's leg of the call
   * @throws Refusal
   */
  resolveThirdParty(leg: Party, type: TargetType, name: string): Target {
    const { agent: caller, call } = leg;
    if (!caller) throw new Refusal('no-call');
    if (type === '2') {
      if (!this.roster.extensions.includes(name)) throw new Refusal('unknown-extension', name);
      const agent = this.#loggedInAt(name);
      if (!agent) throw new Refusal('nobody-there', name);
      return this.#readyAgent(agent, caller);
    }
    if (type === '0') {
      const agent = this.roster.find(name);
      if (!agent) throw new Refusal('unknown-agent', name);
      return this.#readyAgent(agent, caller);
    }
    const { channels } = tenant.queues.find(({ hotline }) => hotline === call.dnis) ?? {};
    if (call.type === 'Inbound' && channels === 1) throw new Refusal('no-channel', call.dnis);
    return this.#outsideNumber(name);
  }

  #loggedInAt(ext: string): Agent | undefined {
    return this.roster.agents.find((each) => each.ext === ext && each.state !== 0);
  }

  #readyAgent(agent: Agent, caller: Agent): Target {
    if (agent === caller) throw new Refusal('oneself');
    if (agent.workStatus !== 'ready') throw new Refusal('not-free', `${agent.name}, ${agent.workStatus}`);
    return agentTarget(agent);
  }
}
