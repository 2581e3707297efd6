import { customerOf } from '../model/customers.js';
import type { Agent } from '../model/agent.js';
import type { Party, Target } from '../model/call.js';
import { Refusal } from '../model/refusal.js';
import type { Roster } from './roster.js';
import { queues } from '../model/tenant.js';

export const agentTarget = (agent: Agent): Target => ({ number: agent.dn, agent, manner: agent.manner });

export const outside = (number: string): Target => ({ number, agent: null, manner: customerOf(number) });

/** The same, but all that they do when called comes later. */
export function later(target: Target, ms: number): Target {
  const { called } = target.manner;
  return called ? { ...target, manner: { ...target.manner, called: { ...called, after: called.after + ms } } } : target;
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
  dialled(number: string, asker: Agent): Target {
    const there = this.#at(number);
    return there ? this.#free(there, asker) : this.#number(number);
  }

  #number(number: string): Target {
    const target = outside(number);
    if (!target.manner.called) throw new Refusal('no-such-number', number);
    return target;
  }

  /**
   * A third party for the call of `leg`.
   * @throws Refusal
   */
  third({ agent: asker, call }: Party, type: TargetType, name: string): Target {
    if (!asker) throw new Refusal('no-call');
    if (type === '2') {
      if (!this.roster.extensions.includes(name)) throw new Refusal('unknown-extension', name);
      const agent = this.#at(name);
      if (!agent) throw new Refusal('nobody-there', name);
      return this.#free(agent, asker);
    }
    if (type === '0') {
      const agent = this.roster.find(name);
      if (!agent) throw new Refusal('unknown-agent', name);
      return this.#free(agent, asker);
    }
    const { channels } = queues.find(({ hotline }) => hotline === call.dnis) ?? {};
    if (call.type === 'Inbound' && channels === 1) throw new Refusal('no-channel', call.dnis);
    return this.#number(name);
  }

  #at(ext: string): Agent | undefined {
    return this.roster.agents.find((each) => each.ext === ext && each.state !== 0);
  }

  #free(agent: Agent, asker: Agent): Target {
    if (agent === asker) throw new Refusal('oneself');
    if (agent.work !== 'ready') throw new Refusal('not-free', `${agent.name}, ${agent.work}`);
    return agentTarget(agent);
  }
}
