/**
 * The call centre as a page controls it: the side of customers, colleagues and network, which the
 * SDK does not have. It only delegates. Calls and agents are in `services/`, the SDK's side in
 * `client/`.
 */
import type { SdkMessage, SobotAgentSdk, SobotClient } from '../sdk/index.js';
import {
  centreKey,
  ClientConnection,
  createClient,
  readRecording,
  ReplayPlayer,
  RequestHandler,
  type Network,
  type ReplayOptions,
} from './client/index.js';
import {
  noFaults,
  realClock,
  tenant,
  type Agent,
  type Cancel,
  type Clock,
  type Faults,
  type MediaPort,
} from './model/index.js';
import { Exchange, type ColleagueCall, type CustomerCall } from './services/index.js';
import { createSnapshot, type CentreSnapshot } from './snapshot.js';

/** Options of a call centre. All are fixed for its life; faults can be set at any time. */
export interface CallCentreOptions {
  /** Default: the clock of this machine. Tests pass a `ManualClock`. */
  clock?: Clock;
  /** The same seed and the same script give the same calls, ids included. Default 1. */
  seed?: number;
  /** Sound of calls with the answering method `webrtc`. Default `null`: signalling only. */
  media?: MediaPort | null;
  /** Milliseconds until a request is answered. Default 30. */
  latency?: number;
  /** Seconds of after-call work. Default 30; 0: no after-call work. */
  wrapUpSeconds?: number;
  /** Milliseconds until a token expires. Default: never. */
  tokenLife?: number;
  /** Whether waiting customers call by themselves while an agent is ready. Default `false`. */
  autoInbound?: boolean;
  /** The agent of `credentials`. Any other work number or id is accepted as well. */
  agent?: { agentID: string; agentName: string };
}

/**
 * A call centre in the page. It serves the vendor's SDK (`SobotClient`), and is driven from the other side: customers
 * and colleagues who call, answer and hang up, and faults.
 *
 * A method that takes a `callID` or a colleague uses the latest call that fits by default. It returns `false` if there
 * is no such call. The methods are flat because pages call them so; the services behind them are in `services/`.
 */
export class CallCentre {
  /** Takes the place of `window.SobotClient`. Every `new SobotClient.agent()` is an SDK instance of its own. */
  readonly SobotClient: SobotClient;
  /** Faults on demand. Set the fields at any time. */
  readonly faults: Faults = noFaults();
  /** Parameters that `initAgent` accepts: the default agent, and invented values for the others. */
  readonly credentials: { readonly token: string; readonly companyId: string; readonly agent: string };

  readonly #exchange: Exchange;
  readonly #requests: RequestHandler;
  readonly #connections = new Set<ClientConnection>();
  /** Shared with every connection: a lost network is the same for all SDK instances. */
  readonly #network: Network = { isUp: true, player: null };
  /** Number of SDK instances so far, which is the id of the next one. */
  #instanceCount = 0;
  /** Latest snapshot; `null` after a change. Subscribers compare snapshots by identity. */
  #snapshot: CentreSnapshot | null = null;

  constructor(options: CallCentreOptions = {}) {
    const { clock = realClock, seed = 1, media = null, latency = 30, wrapUpSeconds = 30 } = options;
    const { tokenLife = Infinity, autoInbound = false, agent = tenant.defaultAgent } = options;
    const { faults } = this;
    const network = this.#network;
    const connections = this.#connections;
    const exchange = new Exchange({
      clock,
      seed,
      media,
      faults,
      wrapUpSeconds,
      agent,
      // Displaced instances stay in the set, and get no messages any more.
      receiversOf: (each) => this.#connected().filter((connection) => connection.agent === each),
      onChange: () => (this.#snapshot = null),
    });
    exchange.distributor.isAutomatic = autoInbound;
    const requests = new RequestHandler({ exchange, faults, network, latency, connections });
    const createConnection = (): ClientConnection => {
      this.#instanceCount += 1;
      return new ClientConnection({ id: this.#instanceCount, bus: exchange.bus, faults, network, tokenLife });
    };
    this.SobotClient = createClient({ centre: this, requests, createConnection });
    this.#exchange = exchange;
    this.#requests = requests;
    // Invented after the exchange, so that the credentials do not shift the ids of calls.
    const { random } = exchange;
    this.credentials = { token: `sandbox-${random.hex(16)}`, companyId: random.hex(32), agent: agent.agentID };
  }

  /** Whether waiting customers call by themselves while an agent is ready. */
  get autoInbound(): boolean {
    return this.#exchange.distributor.isAutomatic;
  }

  set autoInbound(isOn: boolean) {
    this.#run(() => (this.#exchange.distributor.isAutomatic = isOn));
  }

  /**
   * Lets a customer call a skill group.
   * @param call `number`: default is the customer who has waited longest, otherwise a new one. `queue`: code or name of
   *   the skill group; default is one that a ready agent serves.
   * @returns the callID; `null` if no agent is ready, so that the customer waits
   * @throws RangeError for an unknown skill group
   */
  customerCalls(call: CustomerCall = {}): string | null {
    return this.#run(() => this.#exchange.distributor.customerCalls(call));
  }

  /** Answers as the number outside that is called: the customer, or a third party. */
  customerAnswers(callID?: string): boolean {
    return this.#exchange.customers.answer(callID);
  }

  /** Declines as the number outside that is called. */
  customerDeclines(callID?: string): boolean {
    return this.#exchange.customers.decline(callID);
  }

  /** Hangs up as the customer, in any state of the call; with the callID of a third party, as that one. */
  customerHangsUp(callID?: string): boolean {
    return this.#exchange.customers.hangUp(callID);
  }

  /** Sends digits as the customer. The SDK instances get a message `SandboxDigits`. */
  customerSendsDigits(digits: string, callID?: string): boolean {
    return this.#exchange.customers.sendDigits(digits, callID);
  }

  /**
   * Answers as a colleague who is called.
   * @param colleague work number or id, here and below
   */
  colleagueAnswers(colleague?: string): boolean {
    return this.#run(() => this.#exchange.colleagues.answer(colleague));
  }

  /** Declines as a colleague who is called. */
  colleagueDeclines(colleague?: string): boolean {
    return this.#run(() => this.#exchange.colleagues.decline(colleague));
  }

  /** Hangs up as a colleague, in any state of the call. A consultation ends together with its call. */
  colleagueHangsUp(colleague?: string): boolean {
    return this.#run(() => this.#exchange.colleagues.hangUp(colleague));
  }

  /**
   * Lets a colleague call the agent.
   * @param colleague default: the first one who is ready
   * @returns the callID; `null` if the colleague or the agent is not ready
   * @throws RangeError for an unknown colleague
   */
  colleagueCalls(colleague?: string): string | null {
    return this.#run(() => this.#exchange.colleagues.call(this.#agent, colleague));
  }

  /**
   * Lets a colleague consult the agent about a customer who waits.
   * @returns the callID for the agent; `null` if the colleague or the agent is not ready
   * @throws RangeError for an unknown colleague or skill group
   */
  colleagueConsults(call: ColleagueCall = {}): string | null {
    return this.#run(() => this.#exchange.colleagues.consult(this.#agent, call));
  }

  /** Lets a colleague transfer a customer to the agent without a consultation. Returns as {@link colleagueConsults}. */
  colleagueTransfers(call: ColleagueCall = {}): string | null {
    return this.#run(() => this.#exchange.colleagues.transfer(this.#agent, call));
  }

  /** Completes the transfer of a colleague whose consultation the agent has answered. */
  colleagueCompletesTransfer(colleague?: string): boolean {
    return this.#run(() => this.#exchange.colleagues.completeTransfer(colleague));
  }

  /** Starts the conference of a colleague whose consultation the agent has answered. */
  colleagueStartsConference(colleague?: string): boolean {
    return this.#run(() => this.#exchange.colleagues.startConference(colleague));
  }

  /** Lets every token expire now. */
  expireToken(): void {
    this.#run(() => this.#connections.forEach((connection) => connection.token.expire()));
  }

  /** Displaces the agent's SDK instances, as a login somewhere else does. The agent's state stays. */
  displaceAgent(): void {
    const agent = this.#agent;
    this.#run(() => {
      for (const connection of this.#connections) if (connection.agent === agent) connection.displace();
    });
  }

  /** Disconnects the network. Until it is restored, no answers and no messages arrive; calls go on. */
  loseNetwork(): void {
    this.#run(() => (this.#network.isUp = false));
  }

  /** Connects the network again. The SDK instances get the present state of their agents. */
  restoreNetwork(): void {
    this.#run(() => {
      if (this.#network.isUp) return;
      this.#network.isUp = true;
      this.#connections.forEach((connection) => connection.announceStatus());
    });
  }

  /**
   * Replays a diagnostics file of `<sobot-event-log>` to the connected SDK instances: its messages in their order and
   * at their distances, and the recorded answers to commands that are sent meanwhile. Afterwards the phone shows the
   * last state of the log. Restart it to go on.
   * @param log the file, as a string or parsed
   * @returns a promise that resolves at the end of the log
   * @throws TypeError for an invalid log; Error without a connected SDK instance, or during another replay; the reason
   *   of the signal that stops it
   */
  async replay(log: unknown, options: ReplayOptions = {}): Promise<void> {
    const recording = readRecording(log);
    if (this.#connected().length === 0) {
      throw new Error('No phone is connected to this call centre. Start one, then replay.');
    }
    if (this.#network.player) throw new Error('Another log is being replayed. Stop it, then replay.');
    const deliver = (message: SdkMessage): void => this.#connected().forEach((each) => each.deliver(message));
    this.#network.player = new ReplayPlayer({ recording, clock: this.#exchange.bus.clock, deliver, options });
    try {
      await this.#network.player.play();
    } finally {
      this.#network.player = null;
    }
  }

  /** Returns the state of the call centre: the same object until something changes. */
  snapshot(): CentreSnapshot {
    this.#snapshot ??= createSnapshot({
      exchange: this.#exchange,
      agent: this.#agent,
      connections: this.#connections,
      isNetworkUp: this.#network.isUp,
      log: this.#requests.log,
    });
    return this.#snapshot;
  }

  /**
   * Calls the listener after every change, when the messages of the change are delivered.
   * @returns unsubscribe function
   */
  subscribe(listener: () => void): Cancel {
    return this.#exchange.bus.subscribe(listener);
  }

  /** The agent of the SDK instance that connected last; without one, the default agent. */
  get #agent(): Agent {
    return [...this.#connections].at(-1)?.agent ?? this.#exchange.roster.defaultAgent;
  }

  /** SDK instances that get messages: initialized, and not displaced. */
  #connected(): ClientConnection[] {
    return [...this.#connections].filter(({ isConnected }) => isConnected);
  }

  /** Runs a change through the bus, which delivers the messages and calls the subscribers. */
  #run<T>(change: () => T): T {
    return this.#exchange.bus.run(change);
  }
}

/** Returns the call centre behind an SDK instance, whichever bundle it came in; undefined for the vendor's SDK. */
export const callCentreOf = (sdk: SobotAgentSdk): CallCentre | undefined =>
  (sdk as { [centreKey]?: CallCentre })[centreKey];
