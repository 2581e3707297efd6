/** Presence of agents: login and logout, ready and not ready, set by the agent or by a supervisor. */
import type { PhoneType } from '../../sdk/index.js';
import {
  agentFields,
  DO_NOT_DISTURB_CODE,
  NO_REASON_CODE,
  Refusal,
  type Agent,
  type WorkStatus,
} from '../model/index.js';
import type { Calls } from './calls.js';
import type { MessageBus } from './message-bus.js';
import type { Roster } from './roster.js';
import type { WrapUps } from './wrap-ups.js';

export interface LoginOptions {
  /** Empty strings keep the agent's settings. */
  readonly phoneType: PhoneType | '';
  readonly ext: string;
  readonly mobile: string;
  readonly online: boolean;
  readonly unbindExtOnLogout: boolean;
}

/** Work statuses in which a login is refused (section "Login", note 4). */
const loginForbidden: ReadonlySet<WorkStatus> = new Set(['calling', 'dialing', 'talking', 'holding', 'sorting']);

/** Work statuses in which a logout is accepted (section "Logout", note 2). */
const logoutAllowed: ReadonlySet<WorkStatus> = new Set(['ready', 'occupied', 'locking']);

export interface PresenceOptions {
  readonly bus: MessageBus;
  readonly roster: Roster;
  readonly calls: Calls;
  readonly wrapUps: WrapUps;
}

export class Presence {
  constructor(private readonly options: PresenceOptions) {}

  login(agent: Agent, { phoneType, ext, mobile, online, unbindExtOnLogout }: LoginOptions): void {
    if (loginForbidden.has(agent.workStatus)) throw new Refusal('not-now', agent.workStatus);
    const wanted = ext === '' ? agent.ext : ext;
    if (wanted === '') throw new Refusal('missing-parameter', 'bindExt, for no extension is bound to the agent');
    this.options.roster.bindExtension(agent, wanted);
    if (phoneType !== '') agent.phoneType = phoneType;
    if (mobile !== '') agent.phone = mobile;
    agent.unbindExtOnLogout = unbindExtOnLogout;
    agent.lastPhoneType = agent.phoneType;
    agent.lastState = online ? 1 : 2;
    this.#setState(agent, online ? 1 : 2, online ? NO_REASON_CODE : DO_NOT_DISTURB_CODE);
  }

  /** Announces the login. Runs after other SDK instances of the agent are displaced, so they do not get the message. */
  announceLogin(agent: Agent): void {
    this.options.bus.send(agent, 'EventAgentLogin', agentFields(agent));
  }

  logout(agent: Agent): void {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (!logoutAllowed.has(agent.workStatus)) throw new Refusal('not-now', agent.workStatus);
    this.#goOffline(agent, 'RequestAgentLogout');
  }

  /** Logs out from any state: hangs up, and no after-call work follows (section "Agent Reset Offline"). */
  reset(agent: Agent): void {
    this.options.calls.releaseAll(agent);
    this.options.wrapUps.cancel(agent);
    this.#goOffline(agent, 'EventAgentLogout');
  }

  /** Sets the agent ready. During a call the state applies after the call; after-call work ends. */
  ready(agent: Agent): void {
    this.#changeState(agent, 1, NO_REASON_CODE);
  }

  notReady(agent: Agent, reasonCode: number): void {
    this.#changeState(agent, 2, reasonCode);
  }

  completeWrapUp(agent: Agent): void {
    this.options.wrapUps.complete(agent);
    this.options.wrapUps.announceState(agent);
  }

  completeWrapUpAsBusy(agent: Agent): void {
    this.options.wrapUps.complete(agent);
    this.#setState(agent, 2, DO_NOT_DISTURB_CODE);
    this.options.wrapUps.announceState(agent);
  }

  #changeState(agent: Agent, state: 1 | 2, reasonCode: number): void {
    if (agent.state === 0) throw new Refusal('not-logged-in', agent.agentID);
    this.options.wrapUps.cancel(agent);
    this.#setState(agent, state, reasonCode);
    this.options.wrapUps.announceState(agent);
  }

  #goOffline(agent: Agent, messageID: 'RequestAgentLogout' | 'EventAgentLogout'): void {
    this.#setState(agent, 0, NO_REASON_CODE);
    this.options.bus.send(agent, messageID, agentFields(agent));
    if (agent.unbindExtOnLogout) agent.ext = '';
  }

  #setState(agent: Agent, state: 0 | 1 | 2, reasonCode: number): void {
    agent.simulatedStatus = null;
    agent.setState(state, reasonCode, this.options.bus.clock.now());
  }
}
