/** Roster: the agents who work here, and which extension is bound to whom. */
import {
  Agent,
  DO_NOT_DISTURB_CODE,
  NO_REASON_CODE,
  Refusal,
  tenant,
  type AgentProfile,
  type Clock,
  type Random,
} from '../model/index.js';

const defaultRoute = { rule: '1', scheme: tenant.routeSchemes[0].code, number: tenant.routeNumbers[0].number };

/** Work number of the first agent who connects by id only; the next ones follow. */
const FIRST_ADDED_NUMBER = 2000;

/** How `initAgent` names an agent. */
export interface AgentKey {
  readonly value: string;
  readonly type: 'workNumber' | 'id';
}

export class Roster {
  readonly agents: Agent[] = [];
  readonly extensions: readonly string[] = Array.from({ length: tenant.EXTENSION_COUNT }, (_, index) =>
    String(tenant.FIRST_EXTENSION + index),
  );
  /** Agent of the call centre's credentials. */
  readonly defaultAgent: Agent;

  constructor(
    private readonly random: Random,
    private readonly clock: Clock,
    first: { agentID: string; agentName: string },
  ) {
    this.defaultAgent = this.#addAgent({
      agentID: first.agentID,
      uuid: random.hex(32),
      name: first.agentName,
      queues: tenant.allQueues,
      simulatedBehavior: tenant.defaultBehavior,
    });
    for (const row of tenant.colleagues) if (row.agentID !== first.agentID) this.#addColleague(row);
  }

  find(idOrNumber: string): Agent | undefined {
    return this.agents.find(({ agentID, uuid }) => agentID === idOrNumber || uuid === idOrNumber);
  }

  /** Returns the agent who connects in person. An unknown one is added, in all skill groups. */
  findOrAdd({ value, type }: AgentKey): Agent {
    const known = this.find(value);
    if (known) {
      // The colleague was only simulated before, so the agent starts logged out.
      if (known.isSimulated) known.setState(0, NO_REASON_CODE, this.clock.now());
      known.isSimulated = false;
      known.simulatedStatus = null;
      return known;
    }
    const agentID = type === 'id' ? this.#nextFreeNumber() : value;
    return this.#addAgent({
      agentID,
      uuid: type === 'id' ? value : this.random.hex(32),
      name: `Agent ${agentID}`,
      queues: tenant.allQueues,
      simulatedBehavior: tenant.defaultBehavior,
    });
  }

  /** Records since when each agent has the present work status. */
  trackWorkStatuses(): void {
    const now = this.clock.now();
    this.agents.forEach((agent) => agent.trackWorkStatus(now));
  }

  /** Binds an extension. It can't be bound to two agents (section "Login", `bindExt`). */
  bindExtension(agent: Agent, ext: string): void {
    if (!this.extensions.includes(ext)) {
      throw new Refusal('unknown-extension', `${ext}, there are ${this.extensions[0]} to ${this.extensions.at(-1)}`);
    }
    const owner = this.agents.find((other) => other.ext === ext);
    if (owner && owner !== agent) throw new Refusal('extension-taken', `${ext}, ${owner.name}`);
    agent.ext = ext;
  }

  /** Extensions that the agent may bind: their own, and those that are not bound. */
  bindableExtensions(agent: Agent): string[] {
    const bound = new Set(this.agents.filter((other) => other !== agent).map(({ ext }) => ext));
    return this.extensions.filter((ext) => !bound.has(ext));
  }

  countReady(queueCode: string): number {
    return this.agents.filter(
      ({ workStatus, queues }) => workStatus === 'ready' && queues.some((code) => code === queueCode),
    ).length;
  }

  /** Adds a simulated colleague, with a status that began some time ago. */
  #addColleague({ agentID, name, queues, workStatus, reasonCode, behavior }: tenant.ColleagueRow): void {
    const simulatedBehavior = behavior ?? tenant.defaultBehavior;
    const agent = this.#addAgent({ agentID, uuid: this.random.hex(32), name, queues, simulatedBehavior });
    agent.isSimulated = true;
    const since = this.clock.now() - this.random.integer(1, 40) * 60_000;
    const isOccupied = workStatus === 'occupied' || workStatus === 'locking';
    if (isOccupied) agent.setState(2, reasonCode ?? DO_NOT_DISTURB_CODE, since);
    else if (workStatus !== 'offline') agent.setState(1, NO_REASON_CODE, since);
    agent.simulatedStatus = agent.workStatus === workStatus ? null : workStatus;
    agent.trackWorkStatus(since);
  }

  #addAgent(profile: AgentProfile): Agent {
    const agent = new Agent(profile, defaultRoute);
    const free = this.bindableExtensions(agent);
    // The extension that equals the work number, if it is free; otherwise the last free one.
    agent.ext = free.includes(agent.agentID) ? agent.agentID : (free.at(-1) ?? '');
    agent.phone = `139${this.random.digits(8)}`;
    this.agents.push(agent);
    return agent;
  }

  #nextFreeNumber(): string {
    let number = FIRST_ADDED_NUMBER;
    while (this.find(String(number))) number += 1;
    return String(number);
  }
}
