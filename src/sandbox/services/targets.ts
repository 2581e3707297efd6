import { customerOf } from '../model/customers.js';
import type { Agent } from '../model/agent.js';
import type { Party, Target } from '../model/call.js';
import { Refusal } from '../model/refusal.js';
import type { Roster } from './roster.js';
import { queues } from '../model/tenant.js';

export const agentTarget = (agent: Agent): Target => ({ number: agent.dn, agent, behavior: agent.behavior });

export const outsideTarget = (number: string): Target => ({ number, agent: null, behavior: customerOf(number) });

/** The same, but all that they do when called comes later. */
export function withDelay(target: Target, ms: number): Target {
  const { called } = target.behavior;
  return called
    ? { ...target, behavior: { ...target.behavior, called: { ...called, after: called.after + ms } } }
    : target;
}

/** Sections "Transfer" and "Inquiry", `targetType`; a skill group is no one who could be called. */
export type TargetType = '0' | '1' | '2';

/** Whom a request names, or why they can't be called. */
export class Targets {
  constructor(private readonly roster: Roster) {}

  /**
   * Whom an agent dials: who is logged in at an extension is called within the house.
   * @throws Refusal
   */
  resolveDialed(number: string, asker: Agent): Target {
    const there = this.#loggedInAt(number);
    return there ? this.#readyAgent(there, asker) : this.#outsideNumber(number);
  }

  #outsideNumber(number: string): Target {
    const target = outsideTarget(number);
    if (!target.behavior.called) throw new Refusal('no-such-number', number);
    return target;
  }

  /**
   * A third party for the call of `leg`.
   * @throws Refusal
   */
  resolveThirdParty({ agent: asker, call }: Party, type: TargetType, name: string): Target {
    if (!asker) throw new Refusal('no-call');
    if (type === '2') {
      if (!this.roster.extensions.includes(name)) throw new Refusal('unknown-extension', name);
      const agent = this.#loggedInAt(name);
      if (!agent) throw new Refusal('nobody-there', name);
      return this.#readyAgent(agent, asker);
    }
    if (type === '0') {
      const agent = this.roster.find(name);
      if (!agent) throw new Refusal('unknown-agent', name);
      return this.#readyAgent(agent, asker);
    }
    const { channels } = queues.find(({ hotline }) => hotline === call.dnis) ?? {};
    if (call.type === 'Inbound' && channels === 1) throw new Refusal('no-channel', call.dnis);
    return this.#outsideNumber(name);
  }

  #loggedInAt(ext: string): Agent | undefined {
    return this.roster.agents.find((each) => each.ext === ext && each.state !== 0);
  }

  #readyAgent(agent: Agent, asker: Agent): Target {
    if (agent === asker) throw new Refusal('oneself');
    if (agent.workStatus !== 'ready') throw new Refusal('not-free', `${agent.name}, ${agent.workStatus}`);
    return agentTarget(agent);
  }
}
