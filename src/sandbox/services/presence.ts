import type { PhoneType } from '../../sdk/index.js';
import { agentFields } from '../model/message-fields.js';
import { REASON_DND, REASON_NONE, type Agent, type WorkStatus } from '../model/agent.js';
import type { Bus } from './message-bus.js';
import type { Calls } from './calls.js';
import { Refusal } from '../model/refusal.js';
import type { Roster } from './roster.js';
import type { WrapUps } from './wrap-ups.js';

export interface Login {
  /** Blank fields: as the agent is set up. */
  readonly phoneType: PhoneType | '';
  readonly ext: string;
  readonly mobile: string;
  readonly online: boolean;
  readonly unbindExtOnLogout: boolean;
}

/** Section "Login", note 4. */
const noLogin: ReadonlySet<WorkStatus> = new Set(['calling', 'dialing', 'talking', 'holding', 'sorting']);

/** Section "Logout", note 2. */
const mayLogout: ReadonlySet<WorkStatus> = new Set(['ready', 'occupied', 'locking']);

/** Logging in and out, ready and occupied; by the agent or by a supervisor. */
export class Presence {
  constructor(
    private readonly bus: Bus,
    private readonly roster: Roster,
    private readonly calls: Calls,
    private readonly wrapUps: WrapUps,
  ) {}

  login(agent: Agent, { phoneType, ext, mobile, online, unbindExtOnLogout }: Login): void {
    if (noLogin.has(agent.work)) throw new Refusal('not-now', agent.work);
    const wanted = ext === '' ? agent.ext : ext;
    if (wanted === '') throw new Refusal('missing-parameter', 'bindExt, for no extension is bound to the agent');
    this.roster.bind(agent, wanted);
    if (phoneType !== '') agent.phoneType = phoneType;
    if (mobile !== '') agent.phone = mobile;
    agent.unbindExtOnLogout = unbindExtOnLogout;
    agent.lastPhoneType = agent.phoneType;
    agent.lastState = online ? 1 : 2;
    this.#set(agent, online ? 1 : 2, online ? REASON_NONE : REASON_DND);
  }

  /** After the other ends are cut off: they don't hear of it. */
  tellLogin(agent: Agent): void {
    this.bus.post(agent, 'EventAgentLogin', agentFields(agent));
  }

  logout(agent: Agent): void {
    if (agent.state === 0) throw new Refusal('not-logged-in');
    if (!mayLogout.has(agent.work)) throw new Refusal('not-now', agent.work);
    this.#offline(agent, 'RequestAgentLogout');
  }

  /** From any state: hangs up, and no after-call work follows (section "Agent Reset Offline"). */
  reset(agent: Agent): void {
    this.calls.dropAll(agent);
    this.wrapUps.cancel(agent);
    this.#offline(agent, 'EventAgentLogout');
  }

  /** During a call this is what the agent will be after it; in after-call work it ends that. */
  ready(agent: Agent): void {
    this.#choose(agent, 1, REASON_NONE);
  }

  notReady(agent: Agent, reasonCode: number): void {
    this.#choose(agent, 2, reasonCode);
  }

  completeWrapUp(agent: Agent, busy: boolean): void {
    this.wrapUps.complete(agent);
    if (busy) this.#set(agent, 2, REASON_DND);
    this.wrapUps.tellState(agent);
  }

  #choose(agent: Agent, state: 1 | 2, reasonCode: number): void {
    if (agent.state === 0) throw new Refusal('not-logged-in', agent.agentID);
    this.wrapUps.cancel(agent);
    this.#set(agent, state, reasonCode);
    this.wrapUps.tellState(agent);
  }

  #offline(agent: Agent, messageID: 'RequestAgentLogout' | 'EventAgentLogout'): void {
    this.#set(agent, 0, REASON_NONE);
    this.bus.post(agent, messageID, agentFields(agent));
    if (agent.unbindExtOnLogout) agent.ext = '';
  }

  #set(agent: Agent, state: 0 | 1 | 2, reasonCode: number): void {
    agent.pose = null;
    agent.setState(state, reasonCode, this.bus.clock.now());
  }
}
