/**
 * The exchange: all services of the call centre, connected. It uses no DOM, and no time or random numbers but those it
 * is given, so the same script gives the same calls.
 */
import { Random, type Agent, type Clock, type Faults, type MediaPort } from '../model/index.js';
import { CallDistributor } from './call-distributor.js';
import { Calls } from './calls.js';
import { Colleagues } from './colleagues.js';
import { Consults } from './consults.js';
import { Customers } from './customers.js';
import { Legs } from './legs.js';
import { MessageBus, type Receiver } from './message-bus.js';
import { Presence } from './presence.js';
import { Queues } from './queues.js';
import { Roster, type AgentKey } from './roster.js';
import { SoundRouter } from './sound-router.js';
import { Targets } from './targets.js';
import { Transfers } from './transfers.js';
import { WrapUps } from './wrap-ups.js';

export interface ExchangeOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly media: MediaPort | null;
  readonly faults: Faults;
  readonly wrapUpSeconds: number;
  readonly agent: { agentID: string; agentName: string };
  /** Returns the SDK instances that get an agent's messages. */
  readonly receiversOf: (agent: Agent) => readonly Receiver[];
  /** Runs after every change, when the services are up to date. */
  readonly onChange: () => void;
}

export class Exchange {
  readonly bus: MessageBus;
  readonly random: Random;
  readonly roster: Roster;
  readonly queues: Queues;
  readonly wrapUps: WrapUps;
  readonly legs: Legs;
  readonly calls: Calls;
  readonly distributor: CallDistributor;
  readonly targets: Targets;
  readonly transfers: Transfers;
  readonly consults: Consults;
  readonly presence: Presence;
  readonly customers: Customers;
  readonly colleagues: Colleagues;
  readonly #sounds: SoundRouter;
  readonly #onChange: () => void;

  constructor({ clock, seed, media, faults, wrapUpSeconds, agent, receiversOf, onChange }: ExchangeOptions) {
    this.#onChange = onChange;
    const bus = (this.bus = new MessageBus({ clock, receiversOf, onChange: () => this.#settle() }));
    // Roster and queues draw random numbers as they are created: their order is part of what a seed gives.
    const random = (this.random = new Random(seed));
    const roster = (this.roster = new Roster(random, clock, agent));
    const queues = (this.queues = new Queues(random));
    const wrapUps = (this.wrapUps = new WrapUps(bus, wrapUpSeconds));
    const legs = (this.legs = new Legs({ bus, random, wrapUps, requeue: (origin) => queues.requeue(origin) }));
    this.#sounds = new SoundRouter({ bus, random, faults, media, activeCalls: legs.active });
    const calls = (this.calls = new Calls(bus, legs, this.#sounds));
    const isStaffed = (each: Agent): boolean => receiversOf(each).length > 0;
    this.distributor = new CallDistributor({ bus, random, roster, queues, calls, isStaffed });
    this.targets = new Targets(roster);
    const transfers = (this.transfers = new Transfers(legs, queues));
    const consults = (this.consults = new Consults(legs));
    this.presence = new Presence({ bus, roster, calls, wrapUps });
    this.customers = new Customers(bus, legs);
    this.colleagues = new Colleagues({ roster, queues, legs, calls, consults, transfers });
  }

  /** Connects an SDK instance as an agent. Calls that were simulated in the agent's name end. */
  connectAgent(key: AgentKey): Agent {
    const known = this.roster.find(key.value);
    if (known?.isSimulated) this.calls.releaseAll(known);
    return this.roster.findOrAdd(key);
  }

  /** Updates what depends on the calls. Runs after every change, in this order: each step reads the results before it. */
  #settle(): void {
    this.roster.trackWorkStatuses();
    this.legs.updateAutoEndTimers();
    this.#sounds.update();
    this.distributor.update();
    this.#onChange();
  }
}
