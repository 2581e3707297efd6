/**
 * Agents, calls and parties. An agent has legs, a leg is a party of a call, and a party may be an agent: the three
 * refer to each other, so they share this file. They hold data; the services change it.
 */
import type { PartyState, PhoneType, PresenceStatus, Role } from '../../sdk/index.js';
import type { Behavior } from './behavior.js';
import type { Cancel } from './clock.js';
import type { QueueCode } from './tenant.js';
import { DO_NOT_DISTURB_CODE, NO_REASON_CODE, type AgentState, type WorkStatus } from './work-status.js';

/** After-call work of an agent. */
export interface WrapUp {
  readonly callID: string;
  /** Unix milliseconds. */
  readonly endsAt: number;
  /** Stops the timer of the end. */
  readonly cancel: Cancel;
}

/** Outbound route of an agent: the rule in use, and the latest value of each rule. */
export interface Route {
  /** Code of the rule: 1 any number of the company, 2 by scheme, 3 a number of the agent. */
  rule: string;
  scheme: string;
  number: string;
}

/** Fixed properties of an agent. */
export interface AgentProfile {
  /** Work number. */
  readonly agentID: string;
  /** Immutable id, 32 hexadecimal digits. */
  readonly uuid: string;
  readonly name: string;
  /** Skill groups of the agent. */
  readonly queues: readonly QueueCode[];
  /** Behavior while no SDK instance serves the agent. */
  readonly simulatedBehavior: Behavior;
}

/** Behavior of an agent who is served by an SDK instance: none, so an unanswered call rings out. */
const unattendedBehavior: Behavior = {
  description: 'Rings out after 30 seconds',
  called: { after: 30_000, act: 'releases' },
};

/**
 * Work status that a leg gives its agent, by the state of the leg. `null`: none, the leg has ended.
 */
const legWorkStatuses: Record<PartyState, WorkStatus | null> = {
  Idle: null,
  Dialing: 'dialing',
  Ringing: 'calling',
  Talk: 'talking',
  Held: 'holding',
};

/**
 * An agent, in person or simulated. Login state, wrap-up and legs are separate fields; work status
 * and presence are computed from them, so that no change can leave them contradicting each other.
 */
export class Agent {
  /** Bound extension; empty if there is none. */
  ext = '';
  /** Mobile number for the answering method `pstn`. */
  phone = '';
  /** Answering method. The platform keeps it between logins, so a login may leave it out. */
  phoneType: PhoneType = 'webrtc';
  /** Answering method of the last login; empty before the first. */
  lastPhoneType: PhoneType | '' = '';
  /** State of the last login. */
  lastState: AgentState = 0;
  /** Parameter of the last login: the extension is free again after the logout. */
  unbindExtOnLogout = false;

  state: AgentState = 0;
  /** Unix milliseconds, as the other two below. */
  stateSince = 0;
  reasonCode = NO_REASON_CODE;
  reasonSince = 0;
  workStatusSince = 0;

  wrapUp: WrapUp | null = null;
  /** The agent's own legs, the latest last. During a consultation there are two. */
  readonly legs: Party[] = [];
  /** State of the microphone, so it applies to all legs. */
  muted = false;
  /** Answered call that after-call work follows; empty if there is none. */
  wrapUpCallId = '';
  /** Whether the sandbox plays this agent: true until an SDK instance connects as the agent. */
  isSimulated = false;
  /** Work status that a simulated agent shows without a call. */
  simulatedStatus: WorkStatus | null = null;
  route: Route;

  readonly agentID: string;
  readonly uuid: string;
  readonly name: string;
  readonly queues: readonly QueueCode[];
  readonly simulatedBehavior: Behavior;

  /** Work status at the last change, to notice when it differs. */
  #lastWorkStatus: WorkStatus = 'offline';

  constructor({ agentID, uuid, name, queues, simulatedBehavior }: AgentProfile, route: Route) {
    this.agentID = agentID;
    this.uuid = uuid;
    this.name = name;
    this.queues = queues;
    this.simulatedBehavior = simulatedBehavior;
    this.route = { ...route };
  }

  /**
   * Status word of the document. A leg comes before after-call work, and that before the login
   * state.
   */
  get workStatus(): WorkStatus {
    if (this.simulatedStatus) return this.simulatedStatus;
    // The first leg decides: during a consultation that is the call on hold.
    const [leg] = this.legs;
    const legStatus = leg ? legWorkStatuses[leg.state] : null;
    if (legStatus) return legStatus;
    if (this.wrapUp) return 'sorting';
    return this.state === 0 ? 'offline' : this.state === 1 ? 'ready' : 'occupied';
  }

  /** Status in the words of the kit. A call does not change it. */
  get presence(): PresenceStatus {
    if (this.state === 0) return 'offline';
    if (this.state === 1) return 'ready';
    return this.reasonCode === DO_NOT_DISTURB_CODE ? 'dnd' : 'break';
  }

  /** Number at which the agent is called. */
  get dn(): string {
    return this.phoneType === 'pstn' ? this.phone : this.ext;
  }

  /** Behavior when called. An agent in person has none, so an unanswered call rings out. */
  get behavior(): Behavior {
    return this.isSimulated ? this.simulatedBehavior : unattendedBehavior;
  }

  /** Sets login state and reason. Equal values leave the timestamps as they are. */
  setState(state: AgentState, reasonCode: number, now: number): void {
    if (this.state !== state) this.stateSince = now;
    if (this.reasonCode !== reasonCode || this.state !== state) this.reasonSince = now;
    this.state = state;
    this.reasonCode = reasonCode;
  }

  /** Records since when the work status has its present value. Runs after every change. */
  trackWorkStatus(now: number): void {
    if (this.workStatus === this.#lastWorkStatus) return;
    this.#lastWorkStatus = this.workStatus;
    this.workStatusSince = now;
  }
}

/** Destination of a call: an agent, or a number outside the company. */
export interface Target {
  readonly number: string;
  readonly agent: Agent | null;
  readonly behavior: Behavior;
}

/** One participant of a call: a number with a role and a state. A party that is an agent is that agent's leg. */
export interface Party extends Target {
  /** Opaque; `partyID` of the messages. */
  readonly id: string;
  /** Id of the call for this party. It stays the same when the party moves to another call. */
  readonly callID: string;
  readonly kind: 'Agent' | 'Customer' | 'ThirdPSTN';
  call: Call;
  role: Role;
  state: PartyState;
  /** Unix milliseconds; `null` until the party answers. */
  answeredAt: number | null;
  /** Cancels the next step of the party's behavior. */
  cancelNextStep: Cancel;
}

/** A customer who waits in a skill group, or called through one. */
export interface Caller {
  readonly number: string;
  readonly attachedData: Readonly<Record<string, unknown>>;
}

/** Skill group from which an inbound call came. */
export interface Origin {
  readonly queueCode: string;
  readonly queueName: string;
  readonly caller: Caller;
}

/** Fixed properties of a call. `ani` and `dnis` are empty for an internal call. */
export interface CallOptions {
  readonly type: 'Inbound' | 'Outbound' | 'Internal' | 'Consult';
  readonly ani?: string;
  readonly dnis?: string;
  readonly attachedData?: Readonly<Record<string, unknown>>;
  /** Skill group of an inbound call. */
  readonly origin?: Origin;
}

/**
 * A call: two or three parties that hear each other. A consultation is a call of its own, linked to
 * the call on hold by `mainLeg`; a conference is one call of three.
 */
export class Call {
  readonly type: CallOptions['type'];
  readonly ani: string;
  readonly dnis: string;
  readonly attachedData: Readonly<Record<string, unknown>>;
  readonly origin: Origin | null;
  /** The order matters: `otherDN` of a party is the first of the others, `thirdDN` the second. */
  parties: Party[] = [];
  /**
   * Leg on hold of the agent who started this consultation; `null` for other calls, and when that
   * call has ended.
   */
  mainLeg: Party | null = null;
  /** Unix milliseconds; `null` until the first answer. */
  answeredAt: number | null = null;
  /** Digits that the agents sent. */
  digits = '';
  /** Those of them that arrived at the other end as tones. Stays empty without real media. */
  receivedDigits = '';
  /** Digits that the customer sent. */
  customerDigits = '';
  /** Cancels the automatic end of a call of simulated parties only. */
  autoEndTimer: Cancel | null = null;

  constructor(
    readonly id: string,
    /** Sequence number of the request that started the call; 0 if there was none. */
    readonly reference: number,
    { type, ani = '', dnis = '', attachedData = {}, origin }: CallOptions,
  ) {
    this.type = type;
    this.ani = ani;
    this.dnis = dnis;
    this.attachedData = attachedData;
    this.origin = origin ?? null;
  }

  /** The other parties of the call; for an agent's leg the customer comes before a third party. */
  others(party: Party): Party[] {
    return this.parties.filter((each) => each !== party);
  }
}

/** The leg of the consultation that was started from this leg. */
export const consultLegOf = (mainLeg: Party): Party | undefined =>
  mainLeg.agent?.legs.find(({ call }) => call.mainLeg === mainLeg);

/** Whether this is the leg of an agent who started a consultation that was answered. */
export const isConsulting = ({ role, state, call }: Party): boolean =>
  role === 'ConsultBy' && state === 'Talk' && call.mainLeg !== null;
