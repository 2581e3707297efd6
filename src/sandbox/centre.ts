import type { SobotClient } from '../sdk/index.js';
import { createClient } from './client.js';
import { realClock, type Cancel, type Clock } from './clock.js';
import { End, type Network } from './end.js';
import { noFaults, type Faults } from './faults.js';
import type { MediaPort } from './media-port.js';
import { Requests } from './requests.js';
import { picture, type CentreSnapshot } from './snapshot.js';
import type { Agent } from './switch/agent.js';
import type { Call } from './switch/call.js';
import { Exchange } from './switch/exchange.js';
import type { CustomerCall } from './switch/queues.js';
import { defaultAgent } from './switch/tenant.js';

/** What a call centre is made of. Bare numbers of time are milliseconds. */
export interface CallCentreOptions {
  /** Default: this machine's. Tests pass a `ManualClock`. */
  clock?: Clock;
  /** The same seed and the same script give the same calls, ids included. Default 1. */
  seed?: number;
  /** The sound of calls with answering method `webrtc`; `null` (default): signalling only. */
  media?: MediaPort | null;
  /** Milliseconds until a request is answered, 30. */
  latency?: number;
  /** Seconds of after-call work, 30; 0: none. */
  wrapUpSeconds?: number;
  /** Milliseconds that a token lives; default: for ever. */
  tokenLife?: number;
  /** Waiting customers come in by themselves while the agent is ready; default `false`. */
  autoInbound?: boolean;
  /** The default agent; any other work number or id is accepted as well. */
  agent?: { agentID: string; agentName: string };
}

/**
 * A small call centre in the page. It serves the vendor's SDK (`SobotClient`) and can be driven from the other side:
 * customers who call, answer and hang up, and trouble on demand.
 *
 * Where a method takes a `callID`, the default is the latest call that fits; it gives `false` if there was none.
 */
export class CallCentre {
  /** Stands in for `window.SobotClient`: every `new SobotClient.agent()` is an end of its own. */
  readonly SobotClient: SobotClient;
  /** Trouble on demand; set its fields at any time. */
  readonly faults: Faults = noFaults();
  /** What `initAgent` may be called with: the default agent, and made-up values for the rest. */
  readonly credentials: { readonly token: string; readonly companyId: string; readonly agent: string };

  readonly #exchange: Exchange;
  readonly #requests: Requests;
  readonly #ends = new Set<End>();
  #instances = 0;
  readonly #network: Network = { up: true };
  #snapshot: CentreSnapshot | null = null;

  constructor(options: CallCentreOptions = {}) {
    const { clock = realClock, seed = 1, media = null, latency = 30, wrapUpSeconds = 30 } = options;
    const { tokenLife = Infinity, autoInbound = false, agent = defaultAgent } = options;
    const receiversOf = (one: Agent): End[] => [...this.#ends].filter((end) => end.agent === one && end.connected);
    const { faults } = this;
    this.#exchange = new Exchange({ clock, seed, media, faults, wrapUpSeconds, agent, receiversOf });
    this.#exchange.queues.auto = autoInbound;
    this.#exchange.bus.onSettle(() => (this.#snapshot = null));
    this.#requests = new Requests(this.#exchange, clock, faults, this.#network, latency, this.#ends);
    this.SobotClient = createClient(this, this.#requests, () => {
      this.#instances += 1;
      return new End(this.#instances, this.#exchange.bus, faults, this.#network, tokenLife);
    });
    const { random } = this.#exchange;
    this.credentials = { token: `sandbox-${random.hex(16)}`, companyId: random.hex(32), agent: agent.agentID };
  }

  /** Whether waiting customers come in by themselves while the agent is ready. */
  get autoInbound(): boolean {
    return this.#exchange.queues.auto;
  }

  set autoInbound(on: boolean) {
    this.#act(() => (this.#exchange.queues.auto = on));
  }

  /**
   * A customer calls a skill group.
   * @param call `number`: who; without it whoever waits longest, else somebody new. `queue`: code or name of the
   *   skill group; without it one that a ready agent serves.
   * @returns the callID; `null` when nobody is ready: the customer waits in the queue
   * @throws RangeError when there is no such skill group
   */
  customerCalls(call: CustomerCall = {}): string | null {
    return this.#act(() => this.#exchange.queues.customerCalls(call));
  }

  /** The customer answers the call that the agent is dialling. */
  customerAnswers(callID?: string): boolean {
    return this.#withCall(callID, isDialing, (call) => this.#exchange.calls.connect(call));
  }

  /** The customer declines the call that the agent is dialling. */
  customerDeclines(callID?: string): boolean {
    return this.#withCall(callID, isDialing, (call) => this.#exchange.calls.release(call));
  }

  /** The customer hangs up, whatever the state of the call. */
  customerHangsUp(callID?: string): boolean {
    return this.#withCall(
      callID,
      () => true,
      (call) => this.#exchange.calls.release(call),
    );
  }

  /** The customer keys in digits during the call; the ends get a message `SandboxDigits`. */
  customerSendsDigits(digits: string, callID?: string): boolean {
    return this.#withCall(callID, isAnswered, (call) => this.#exchange.calls.receiveDigits(call, digits));
  }

  /** Ends the life of every token now. */
  expireToken(): void {
    this.#act(() => this.#ends.forEach((end) => end.token.expire()));
  }

  /** The agent logs in at another place: the ends in this page are cut off, the agent's state stays. */
  displaceAgent(): void {
    const agent = this.#agent;
    this.#act(() => this.#ends.forEach((end) => end.agent === agent && end.displace()));
  }

  /** Until it is restored, requests get no answer and no messages arrive; calls go on. */
  loseNetwork(): void {
    this.#act(() => (this.#network.up = false));
  }

  /** The ends are told what they are in now. */
  restoreNetwork(): void {
    this.#act(() => {
      if (this.#network.up) return;
      this.#network.up = true;
      this.#ends.forEach((end) => end.regain());
    });
  }

  /** The same object until something changes. */
  snapshot(): CentreSnapshot {
    this.#snapshot ??= picture(this.#exchange, this.#agent, [...this.#ends], this.#network.up, this.#requests.log);
    return this.#snapshot;
  }

  /** Calls back after every change, when all messages of it are out. */
  subscribe(listener: () => void): Cancel {
    return this.#exchange.bus.subscribe(listener);
  }

  /** Of the end that came last; without any, the default agent. */
  get #agent(): Agent {
    return [...this.#ends].at(-1)?.agent ?? this.#exchange.roster.first;
  }

  #act<T>(change: () => T): T {
    let result: { value: T } | undefined;
    this.#exchange.bus.act(() => {
      result = { value: change() };
    });
    if (!result) throw new Error('unreachable: a change has run or thrown');
    return result.value;
  }

  #withCall(callID: string | undefined, fits: (call: Call) => boolean, change: (call: Call) => void): boolean {
    const calls = [...this.#exchange.calls.active.values()];
    const call = calls.findLast((each) => (callID === undefined || each.id === callID) && fits(each));
    if (call) this.#act(() => change(call));
    return call !== undefined;
  }
}

const isDialing = (call: Call): boolean => call.type === 'Outbound' && call.answeredAt === null;

const isAnswered = (call: Call): boolean => call.answeredAt !== null;
