import {
  EVENT_ALL,
  EVENT_TOKEN_INVALID,
  type RegainStatusMessage,
  type SdkListener,
  type SdkMessage,
} from '../../sdk/index.js';
import { isAffected, type Faults } from '../model/faults.js';
import type { ReplayPlayer } from './replay-player.js';
import { reportErrors } from '../model/report.js';
import { agentStateInfo, workStatusInfo } from '../model/message-fields.js';
import type { Agent } from '../model/agent.js';
import type { MessageBus, Receiver } from '../services/message-bus.js';
import { TokenLifetime } from './token-lifetime.js';

export interface Credentials {
  readonly companyId: string;
  /** As the page said it: work number or id. */
  readonly agent: string;
  readonly agentType: '0' | '1';
}

/** Whether anything travels between the ends and the call centre. */
export interface Network {
  isUp: boolean;
  /** A log that is played instead. */
  player: ReplayPlayer | null;
}

/** One instance of the SDK: whose it is, who listens, and whether it still belongs to its agent. */
export class ClientConnection implements Receiver {
  agent: Agent | null = null;
  /** `false` when another end has taken over. */
  isConnected = false;
  readonly token: TokenLifetime;
  #credentials: Credentials = { companyId: '', agent: '', agentType: '0' };
  readonly #listeners = new Map<string, SdkListener[]>();

  constructor(
    readonly id: number,
    private readonly bus: MessageBus,
    private readonly faults: Faults,
    private readonly network: Network,
    tokenLife: number,
  ) {
    this.token = new TokenLifetime(bus, tokenLife, () => bus.sendTo(this, EVENT_TOKEN_INVALID, {}, 0));
  }

  on(event: string, listener: SdkListener): void {
    const name = event.trim();
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  /** @param listener absent: all of them */
  off(event: string, listener?: SdkListener): void {
    const name = event.trim();
    const left = listener ? (this.#listeners.get(name) ?? []).filter((other) => other !== listener) : [];
    if (left.length > 0) this.#listeners.set(name, left);
    else this.#listeners.delete(name);
  }

  connect(agent: Agent, credentials: Credentials): void {
    this.agent = agent;
    this.isConnected = true;
    this.#credentials = credentials;
    this.token.renew();
    this.announceStatus();
  }

  /** Another end logged in: this one is cut off, the agent is not (section "Login", note 3). */
  displace(): void {
    if (!this.agent || !this.isConnected) return;
    this.bus.sendTo(this, 'EventAgentConnectionChanged', {
      agentID: this.agent.agentID,
      agentUUID: this.agent.uuid,
      thisDN: this.agent.dn,
    });
    this.isConnected = false;
  }

  /** Tells a page what was going on before it was there, unless the agent is offline. */
  announceStatus(): void {
    if (!this.agent || !this.isConnected || this.agent.state === 0) return;
    const { companyId, agent, agentType } = this.#credentials;
    const call = workStatusInfo(this.agent);
    const fields: Omit<RegainStatusMessage, 'messageID'> = {
      agentStateInfo: { agent, agentType, companyId, ...agentStateInfo(this.agent) },
      ...(call ? { workStatusInfo: { ...call, companyId } } : {}),
    };
    this.bus.sendTo(this, 'EventAgentRegainStatus', fields, 0);
  }

  receive(message: SdkMessage): void {
    if (!this.network.isUp || this.network.player || isAffected(this.faults.silent, message.messageID)) return;
    this.deliver({ ...message, companyId: this.#credentials.companyId });
  }

  /** To those who want everything, then to those who want this; the same object for all. */
  deliver(message: SdkMessage): void {
    for (const name of [EVENT_ALL, message.messageID]) {
      for (const listener of this.#listeners.get(name) ?? []) reportErrors(() => listener(message));
    }
  }
}
