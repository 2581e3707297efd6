import type { Clock } from '../model/clock.js';
import type { Faults } from '../model/faults.js';
import type { MediaPort } from '../model/media-port.js';
import type { Agent } from '../model/agent.js';
import { MessageBus, type Receiver } from './message-bus.js';
import { Calls } from './calls.js';
import { Colleagues } from './colleagues.js';
import { Consults } from './consults.js';
import { Legs } from './legs.js';
import { Presence } from './presence.js';
import { Queues } from './queues.js';
import { Random } from '../model/random.js';
import { Roster } from './roster.js';
import { SoundRouter } from './sound-router.js';
import { Targets } from './targets.js';
import { Transfers } from './transfers.js';
import { WrapUps } from './wrap-ups.js';

export interface ExchangeOptions {
  readonly clock: Clock;
  readonly seed: number;
  readonly media: MediaPort | null;
  readonly faults: Faults;
  /** Seconds. */
  readonly wrapUpSeconds: number;
  readonly agent: { agentID: string; agentName: string };
  /** The ends that an agent's messages go to. */
  readonly receiversOf: (agent: Agent) => readonly Receiver[];
}

/** The switch: no DOM, no time and no chance but what it is given, so the same script gives the same calls. */
export class Exchange {
  readonly bus: MessageBus;
  readonly random: Random;
  readonly roster: Roster;
  readonly wrapUps: WrapUps;
  readonly legs: Legs;
  readonly calls: Calls;
  readonly queues: Queues;
  readonly targets: Targets;
  readonly transfers: Transfers;
  readonly consults: Consults;
  readonly colleagues: Colleagues;
  readonly presence: Presence;

  constructor({ clock, seed, media, faults, wrapUpSeconds, agent, receiversOf }: ExchangeOptions) {
    this.bus = new MessageBus(clock, receiversOf);
    this.random = new Random(seed);
    this.roster = new Roster(this.random, clock, agent);
    this.bus.onSettle(() => this.roster.agents.forEach((each) => each.trackWorkStatus(clock.now())));
    this.wrapUps = new WrapUps(this.bus, wrapUpSeconds);
    this.legs = new Legs(this.bus, this.random, this.wrapUps);
    const sounds = new SoundRouter(this.bus, this.random, faults, media, this.legs.active);
    this.calls = new Calls(this.bus, this.legs, sounds);
    const isStaffed = (each: Agent): boolean => receiversOf(each).length > 0;
    this.queues = new Queues(this.bus, this.random, this.roster, this.calls, this.legs, isStaffed);
    this.targets = new Targets(this.roster);
    this.transfers = new Transfers(this.legs, this.queues);
    this.consults = new Consults(this.legs);
    this.colleagues = new Colleagues(this);
    this.presence = new Presence(this.bus, this.roster, this.calls, this.wrapUps);
  }

  /** Whoever comes in person was never here before: what was played in their name is over. */
  connectAgent(idOrNumber: string, isId: boolean): Agent {
    const known = this.roster.find(idOrNumber);
    if (known?.isSimulated) this.calls.releaseAll(known);
    return this.roster.findOrAdd(idOrNumber, isId);
  }
}
