import type { Clock } from '../model/clock.js';
import { Agent, REASON_DND, REASON_NONE } from '../model/agent.js';
import type { Random } from '../model/random.js';
import { Refusal } from '../model/refusal.js';
import * as tenant from '../model/tenant.js';

const route = { rule: '1', scheme: tenant.routeSchemes[0].code, number: tenant.routeNumbers[0].number };
const HIRED_FIRST = 2000;

/** Who works here, and which extension is whose. */
export class Roster {
  readonly agents: Agent[] = [];
  readonly extensions: readonly string[] = Array.from({ length: tenant.EXTENSION_COUNT }, (_, index) =>
    String(tenant.EXTENSION_FIRST + index),
  );
  /** Who is meant when nobody is named. */
  readonly first: Agent;

  constructor(
    private readonly random: Random,
    private readonly clock: Clock,
    first: { agentID: string; agentName: string },
  ) {
    this.first = this.#hire(first.agentID, random.hex(32), first.agentName, tenant.allQueues);
    for (const { agentID, name, queues, work, reason, habit } of tenant.colleagues) {
      if (agentID === first.agentID) continue;
      const agent = this.#hire(agentID, random.hex(32), name, queues, habit);
      agent.acted = true;
      const since = clock.now() - random.integer(1, 40) * 60_000;
      const occupied = work === 'occupied' || work === 'locking';
      if (work !== 'offline') agent.setState(occupied ? 2 : 1, occupied ? (reason ?? REASON_DND) : 0, since);
      agent.pose = agent.work === work ? null : work;
      agent.noteWork(since);
    }
  }

  find(idOrNumber: string): Agent | undefined {
    return this.agents.find(({ agentID, uuid }) => agentID === idOrNumber || uuid === idOrNumber);
  }

  /** Whoever asks works here: an unknown number or id is a new colleague, in all skill groups. */
  admit(idOrNumber: string, isId: boolean): Agent {
    const known = this.find(idOrNumber);
    if (known) {
      // Whoever comes in person was never here before: the colleague only acted for them.
      if (known.acted) known.setState(0, REASON_NONE, this.clock.now());
      known.acted = false;
      known.pose = null;
      return known;
    }
    const agentID = isId ? this.#freeNumber() : idOrNumber;
    return this.#hire(agentID, isId ? idOrNumber : this.random.hex(32), `Agent ${agentID}`, tenant.allQueues);
  }

  /** Binds an extension; the same one can't be bound to two agents (section "Login", `bindExt`). */
  bind(agent: Agent, ext: string): void {
    if (!this.extensions.includes(ext)) {
      throw new Refusal('unknown-extension', `${ext}, there are ${this.extensions[0]} to ${this.extensions.at(-1)}`);
    }
    const owner = this.agents.find((other) => other.ext === ext);
    if (owner && owner !== agent) throw new Refusal('extension-taken', `${ext}, ${owner.name}`);
    agent.ext = ext;
  }

  /** The extensions that the agent may bind: the own one and those that are nobody's. */
  bindable(agent: Agent): string[] {
    const taken = new Set(this.agents.filter((other) => other !== agent).map(({ ext }) => ext));
    return this.extensions.filter((ext) => !taken.has(ext));
  }

  readyMembers(queueCode: string): number {
    return this.agents.filter(({ work, queues }) => work === 'ready' && queues.some((code) => code === queueCode))
      .length;
  }

  #hire(
    agentID: string,
    uuid: string,
    name: string,
    queues: readonly tenant.QueueCode[],
    habit = tenant.usualHabit,
  ): Agent {
    const agent = new Agent(agentID, uuid, name, queues, route, habit);
    const free = this.bindable(agent);
    // The extension of one's own number, as long as there is one; else from the far end, out of the others' way.
    agent.ext = free.includes(agentID) ? agentID : (free.at(-1) ?? '');
    agent.phone = `139${this.random.digits(8)}`;
    this.agents.push(agent);
    return agent;
  }

  #freeNumber(): string {
    let number = HIRED_FIRST;
    while (this.find(String(number))) number += 1;
    return String(number);
  }
}
