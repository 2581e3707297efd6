/**
 * Connection of one SDK instance to the call centre: its agent, its listeners and its token. A page
 * may have several instances, and the same agent may be connected by more than one.
 */
import {
  EVENT_ALL,
  EVENT_TOKEN_INVALID,
  type RegainStatusMessage,
  type SdkListener,
  type SdkMessage,
} from '../../sdk/index.js';
import { agentStateInfo, isAffected, reportErrors, workStatusInfo, type Agent, type Faults } from '../model/index.js';
import type { MessageBus, Receiver } from '../services/index.js';
import type { ReplayPlayer } from './replay-player.js';
import { TokenLifetime } from './token-lifetime.js';

/** Parameters of `initAgent`, which come back in messages as the page gave them. */
export interface Credentials {
  readonly companyId: string;
  /** Work number or id, as the page gave it. */
  readonly agent: string;
  /** `0` work number, `1` id. */
  readonly agentType: '0' | '1';
}

/** Network between the SDK instances and the call centre. */
export interface Network {
  /** `false`: requests are lost and messages are not delivered; calls go on. */
  isUp: boolean;
  /** Replay that takes the place of the call centre; `null` without one. */
  player: ReplayPlayer | null;
}

/** Surroundings of a connection. */
export interface ConnectionOptions {
  readonly id: number;
  readonly bus: MessageBus;
  readonly faults: Faults;
  readonly network: Network;
  /** Milliseconds until the token expires; `Infinity` for never. */
  readonly tokenLife: number;
}

/** One SDK instance, from `new SobotClient.agent()` on. */
export class ClientConnection implements Receiver {
  /** Number of the instance, from 1, for the request log and the snapshot. */
  readonly id: number;
  /** `null` until `initAgent` has succeeded. */
  agent: Agent | null = null;
  /** `false` before `initAgent`, and when another SDK instance of the agent has displaced this one. */
  isConnected = false;
  readonly token: TokenLifetime;
  #credentials: Credentials = { companyId: '', agent: '', agentType: '0' };
  readonly #bus: MessageBus;
  readonly #faults: Faults;
  readonly #network: Network;
  /** Listeners by message, in the order of subscription. One listener may be subscribed twice. */
  readonly #listeners = new Map<string, SdkListener[]>();

  constructor({ id, bus, faults, network, tokenLife }: ConnectionOptions) {
    this.id = id;
    this.#bus = bus;
    this.#faults = faults;
    this.#network = network;
    this.token = new TokenLifetime(bus, tokenLife, () => bus.sendTo(this, EVENT_TOKEN_INVALID, {}, 0));
  }

  /** Subscribes. The name is trimmed, as the examples of the document contain padded strings. */
  on(event: string, listener: SdkListener): void {
    const name = event.trim();
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  /**
   * Unsubscribes.
   * @param listener default: all listeners of the event
   */
  off(event: string, listener?: SdkListener): void {
    const name = event.trim();
    const left = listener ? (this.#listeners.get(name) ?? []).filter((other) => other !== listener) : [];
    if (left.length > 0) this.#listeners.set(name, left);
    else this.#listeners.delete(name);
  }

  /** Connects the instance as an agent, also if another agent was connected before. */
  connect(agent: Agent, credentials: Credentials): void {
    this.agent = agent;
    this.isConnected = true;
    this.#credentials = credentials;
    this.token.renew();
    this.announceStatus();
  }

  /** Disconnects this instance, because another one logged in. The agent stays logged in (section "Login", note 3). */
  displace(): void {
    if (!this.agent || !this.isConnected) return;
    this.#bus.sendTo(this, 'EventAgentConnectionChanged', {
      agentID: this.agent.agentID,
      agentUUID: this.agent.uuid,
      thisDN: this.agent.dn,
    });
    this.isConnected = false;
  }

  /** Sends EventAgentRegainStatus: the state that the agent has already. Sends nothing while the agent is offline. */
  announceStatus(): void {
    if (!this.agent || !this.isConnected || this.agent.state === 0) return;
    const { companyId, agent, agentType } = this.#credentials;
    const call = workStatusInfo(this.agent);
    const fields: Omit<RegainStatusMessage, 'messageID'> = {
      agentStateInfo: { agent, agentType, companyId, ...agentStateInfo(this.agent) },
      ...(call ? { workStatusInfo: { ...call, companyId } } : {}),
    };
    this.#bus.sendTo(this, 'EventAgentRegainStatus', fields, 0);
  }

  /**
   * Passes a message on, unless network, replay or faults prevent it. A message that is lost stays
   * lost.
   */
  receive(message: SdkMessage): void {
    if (!this.#network.isUp || this.#network.player || isAffected(this.#faults.silent, message.messageID)) return;
    this.deliver({ ...message, companyId: this.#credentials.companyId });
  }

  /** Calls the listeners of all messages, then those of this one, with the same object. */
  deliver(message: SdkMessage): void {
    for (const name of [EVENT_ALL, message.messageID]) {
      for (const listener of this.#listeners.get(name) ?? []) reportErrors(() => listener(message));
    }
  }
}
