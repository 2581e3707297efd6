import type { Clock } from '../model/clock.js';
import { Agent, DO_NOT_DISTURB_CODE, NO_REASON_CODE } from '../model/agent.js';
import type { Random } from '../model/random.js';
import { Refusal } from '../model/refusal.js';
import * as tenant from '../model/tenant.js';

const defaultRoute = { rule: '1', scheme: tenant.routeSchemes[0].code, number: tenant.routeNumbers[0].number };
const FIRST_ADDED_NUMBER = 2000;

/** Who works here, and which extension is whose. */
export class Roster {
  readonly agents: Agent[] = [];
  readonly extensions: readonly string[] = Array.from({ length: tenant.EXTENSION_COUNT }, (_, index) =>
    String(tenant.FIRST_EXTENSION + index),
  );
  /** Who is meant when nobody is named. */
  readonly defaultAgent: Agent;

  constructor(
    private readonly random: Random,
    private readonly clock: Clock,
    first: { agentID: string; agentName: string },
  ) {
    this.defaultAgent = this.#addAgent(first.agentID, random.hex(32), first.agentName, tenant.allQueues);
    for (const { agentID, name, queues, workStatus, reasonCode, behavior } of tenant.colleagues) {
      if (agentID === first.agentID) continue;
      const agent = this.#addAgent(agentID, random.hex(32), name, queues, behavior);
      agent.isSimulated = true;
      const since = clock.now() - random.integer(1, 40) * 60_000;
      const occupied = workStatus === 'occupied' || workStatus === 'locking';
      if (workStatus !== 'offline')
        agent.setState(occupied ? 2 : 1, occupied ? (reasonCode ?? DO_NOT_DISTURB_CODE) : 0, since);
      agent.simulatedStatus = agent.workStatus === workStatus ? null : workStatus;
      agent.trackWorkStatus(since);
    }
  }

  find(idOrNumber: string): Agent | undefined {
    return this.agents.find(({ agentID, uuid }) => agentID === idOrNumber || uuid === idOrNumber);
  }

  /** Whoever asks works here: an unknown number or id is a new colleague, in all skill groups. */
  findOrAdd(idOrNumber: string, isId: boolean): Agent {
    const known = this.find(idOrNumber);
    if (known) {
      // Whoever comes in person was never here before: the colleague only acted for them.
      if (known.isSimulated) known.setState(0, NO_REASON_CODE, this.clock.now());
      known.isSimulated = false;
      known.simulatedStatus = null;
      return known;
    }
    const agentID = isId ? this.#freeNumber() : idOrNumber;
    return this.#addAgent(agentID, isId ? idOrNumber : this.random.hex(32), `Agent ${agentID}`, tenant.allQueues);
  }

  /** Binds an extension; the same one can't be bound to two agents (section "Login", `bindExt`). */
  bindExtension(agent: Agent, ext: string): void {
    if (!this.extensions.includes(ext)) {
      throw new Refusal('unknown-extension', `${ext}, there are ${this.extensions[0]} to ${this.extensions.at(-1)}`);
    }
    const owner = this.agents.find((other) => other.ext === ext);
    if (owner && owner !== agent) throw new Refusal('extension-taken', `${ext}, ${owner.name}`);
    agent.ext = ext;
  }

  /** The extensions that the agent may bind: the own one and those that are nobody's. */
  bindableExtensions(agent: Agent): string[] {
    const taken = new Set(this.agents.filter((other) => other !== agent).map(({ ext }) => ext));
    return this.extensions.filter((ext) => !taken.has(ext));
  }

  countReady(queueCode: string): number {
    return this.agents.filter(
      ({ workStatus, queues }) => workStatus === 'ready' && queues.some((code) => code === queueCode),
    ).length;
  }

  #addAgent(
    agentID: string,
    uuid: string,
    name: string,
    queues: readonly tenant.QueueCode[],
    habit = tenant.defaultBehavior,
  ): Agent {
    const agent = new Agent(agentID, uuid, name, queues, defaultRoute, habit);
    const free = this.bindableExtensions(agent);
    // The extension of one's own number, as long as there is one; else from the far end, out of the others' way.
    agent.ext = free.includes(agentID) ? agentID : (free.at(-1) ?? '');
    agent.phone = `139${this.random.digits(8)}`;
    this.agents.push(agent);
    return agent;
  }

  #freeNumber(): string {
    let number = FIRST_ADDED_NUMBER;
    while (this.find(String(number))) number += 1;
    return String(number);
  }
}
