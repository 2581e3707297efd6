import type { PartyState, PhoneType, PresenceStatus } from '../../sdk/index.js';
import type { Cancel } from './clock.js';
import type { Behavior } from './customers.js';
import type { Party } from './call.js';
import type { QueueCode } from './tenant.js';

/**
 * The document's words for the work status, with numbers for `queryAgents`: of those only 1 is documented, the others
 * are the sandbox's own.
 */
export const workStatusCodes = {
  offline: 0,
  ready: 1,
  occupied: 2,
  locking: 3,
  calling: 4,
  dialing: 5,
  talking: 6,
  holding: 7,
  sorting: 8,
} as const;

export type WorkStatus = keyof typeof workStatusCodes;

/** 0 offline, 1 online, 2 do not disturb (a break is one of those, with its reason). */
export type AgentState = 0 | 1 | 2;

export const NO_REASON_CODE = 0;
export const DO_NOT_DISTURB_CODE = 2;

export interface WrapUp {
  readonly callID: string;
  readonly endsAt: number;
  readonly cancel: Cancel;
}

/** The agent's outbound routing: which rule, and what of it. */
export interface Route {
  rule: string;
  scheme: string;
  number: string;
}

/** How a colleague whom the sandbox plays takes a call. */
export interface Habit extends Behavior {
  readonly description: string;
}

/** A real agent does nothing by themselves: the call rings out, and an inbound one goes back to its skill group. */
const unattendedBehavior: Behavior = { called: { after: 30_000, act: 'releases' } };

const legWorkStatuses: Record<PartyState, WorkStatus | null> = {
  Idle: null,
  Dialing: 'dialing',
  Ringing: 'calling',
  Talk: 'talking',
  Held: 'holding',
};

/** Somebody who works here, with or without an end. */
export class Agent {
  /** Bound extension; empty: none. */
  ext = '';
  phone = '';
  phoneType: PhoneType = 'webrtc';
  /** The answering method of the last login. */
  lastPhoneType: PhoneType | '' = '';
  lastState: AgentState = 0;
  unbindExtOnLogout = false;

  state: AgentState = 0;
  stateSince = 0;
  reasonCode = NO_REASON_CODE;
  reasonSince = 0;
  workStatusSince = 0;

  wrapUp: WrapUp | null = null;
  /** The agent's own legs, the latest last: with a consultation there are two. */
  readonly legs: Party[] = [];
  /** Of the microphone, so of all legs. */
  muted = false;
  /** The answered call that after-call work is owed for; empty: none. */
  wrapUpCallId = '';
  /** A colleague whom no end has ever served: the sandbox plays them. */
  isSimulated = false;
  /** What such a colleague pretends to be doing. */
  simulatedStatus: WorkStatus | null = null;

  route: Route;

  #lastWorkStatus: WorkStatus = 'offline';

  constructor(
    readonly agentID: string,
    readonly uuid: string,
    readonly name: string,
    readonly queues: readonly QueueCode[],
    route: Route,
    /** What a colleague does by themselves, as long as nobody serves them. */
    readonly simulatedBehavior: Habit,
  ) {
    this.route = { ...route };
  }

  get workStatus(): WorkStatus {
    if (this.simulatedStatus) return this.simulatedStatus;
    // During a consultation that is the call on hold.
    const [leg] = this.legs;
    const onCall = leg ? legWorkStatuses[leg.state] : null;
    if (onCall) return onCall;
    if (this.wrapUp) return 'sorting';
    return this.state === 0 ? 'offline' : this.state === 1 ? 'ready' : 'occupied';
  }

  get presence(): PresenceStatus {
    if (this.state === 0) return 'offline';
    if (this.state === 1) return 'ready';
    return this.reasonCode === DO_NOT_DISTURB_CODE ? 'dnd' : 'break';
  }

  /** The number that the agent is reached at. */
  get dn(): string {
    return this.phoneType === 'pstn' ? this.phone : this.ext;
  }

  get behavior(): Behavior {
    return this.isSimulated ? this.simulatedBehavior : unattendedBehavior;
  }

  setState(state: AgentState, reasonCode: number, now: number): void {
    if (this.state !== state) this.stateSince = now;
    if (this.reasonCode !== reasonCode || this.state !== state) this.reasonSince = now;
    this.state = state;
    this.reasonCode = reasonCode;
  }

  /** Looks whether the work status has changed, and since when. */
  trackWorkStatus(now: number): void {
    if (this.workStatus === this.#lastWorkStatus) return;
    this.#lastWorkStatus = this.workStatus;
    this.workStatusSince = now;
  }
}
