import type { PhoneType } from '../../sdk/index.js';
import { agentFields } from '../model/message-fields.js';
import { DO_NOT_DISTURB_CODE, NO_REASON_CODE, type Agent, type WorkStatus } from '../model/agent.js';
import type { MessageBus } from './message-bus.js';
import type { Calls } from './calls.js';
import { Refusal } from '../model/refusal.js';
import type { Roster } from './roster.js';
import type { WrapUps } from './wrap-ups.js';

export interface LoginOptions {
  /** Blank fields: as the agent is set up. */
  readonly phoneType: PhoneType | '';
  readonly ext: string;
  readonly mobile: string;
  readonly online: boolean;
  readonly unbindExtOnLogout: boolean;
}

/** Section "Login", note 4. */
const loginForbidden: ReadonlySet<WorkStatus> = new Set(['calling', 'dialing', 'talking', 'holding', 'sorting']);

/** Section "Logout", note 2. */
const logoutAllowed: ReadonlySet<WorkStatus> = new Set(['ready', 'occupied', 'locking']);

/** Logging in and out, ready and occupied; by the agent or by a supervisor. */
export class Presence {
  constructor(
    private readonly bus: MessageBus,
    private readonly roster: Roster,
    private readonly calls: Calls,
    private readonly wrapUps: WrapUps,
  ) {}

  login(agent: Agent, { phoneType, ext, mobile, online, unbindExtOnLogout }: LoginOptions): void {
    if (loginForbidden.has(agent.workStatus)) throw new Refusal('not-now', agent.workStatus);
    const wanted = ext === '' ? agent.ext : ext;
    if (wanted === '') throw new Refusal('missing-parameter', 'bindExt, for no extension is bound to the agent');
    this.roster.bindExtension(agent, wanted);
    if (phoneType !== '') agent.phoneType = phoneType;
    if (mobile !== '') agent.phone = mobile;
    agent.unbindExtOnLogout = unbindExtOnLogout;
    agent.lastPhoneType = agent.phoneType;
    agent.lastState = online ? 1 : 2;
    this.#setState(agent, online ? 1 : 2, online ? NO_REASON_CODE : DO_NOT_DISTURB_CODE);
  }

  /** After the other ends are cut off: they don't hear of it. */
  announceLogin(agent: Agent): void {
    this.bus.send(agent, 'EventAgentLogin', agentFields(agent));
  }

  logout(agent: Agent): void {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (!logoutAllowed.has(agent.workStatus)) throw new Refusal('not-now', agent.workStatus);
    this.#goOffline(agent, 'RequestAgentLogout');
  }

  /** From any state: hangs up, and no after-call work follows (section "Agent Reset Offline"). */
  reset(agent: Agent): void {
    this.calls.releaseAll(agent);
    this.wrapUps.cancel(agent);
    this.#goOffline(agent, 'EventAgentLogout');
  }

  /** During a call this is what the agent will be after it; in after-call work it ends that. */
  ready(agent: Agent): void {
    this.#changeState(agent, 1, NO_REASON_CODE);
  }

  notReady(agent: Agent, reasonCode: number): void {
    this.#changeState(agent, 2, reasonCode);
  }

  completeWrapUp(agent: Agent, busy: boolean): void {
    this.wrapUps.complete(agent);
    if (busy) this.#setState(agent, 2, DO_NOT_DISTURB_CODE);
    this.wrapUps.announceState(agent);
  }

  #changeState(agent: Agent, state: 1 | 2, reasonCode: number): void {
    if (agent.state === 0) throw new Refusal('not-logged-in', agent.agentID);
    this.wrapUps.cancel(agent);
    this.#setState(agent, state, reasonCode);
    this.wrapUps.announceState(agent);
  }

  #goOffline(agent: Agent, messageID: 'RequestAgentLogout' | 'EventAgentLogout'): void {
    this.#setState(agent, 0, NO_REASON_CODE);
    this.bus.send(agent, messageID, agentFields(agent));
    if (agent.unbindExtOnLogout) agent.ext = '';
  }

  #setState(agent: Agent, state: 0 | 1 | 2, reasonCode: number): void {
    agent.simulatedStatus = null;
    agent.setState(state, reasonCode, this.bus.clock.now());
  }
}
