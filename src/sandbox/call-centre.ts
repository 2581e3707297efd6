import type { SdkMessage, SobotClient } from '../sdk/index.js';
import { createClient } from './client/sobot-client.js';
import { realClock, type Cancel, type Clock } from './model/clock.js';
import { ClientConnection, type Network } from './client/client-connection.js';
import { noFaults, type Faults } from './model/faults.js';
import type { MediaPort } from './model/media-port.js';
import { readRecording, ReplayPlayer, type ReplayOptions } from './client/replay-player.js';
import { RequestHandler } from './client/request-handler.js';
import { createSnapshot, type CentreSnapshot } from './snapshot.js';
import type { Agent } from './model/agent.js';
import type { Party } from './model/call.js';
import type { ColleagueCall } from './services/colleagues.js';
import { Exchange } from './services/exchange.js';
import type { CustomerCall } from './services/queues.js';
import { defaultAgent } from './model/tenant.js';

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
  readonly #requests: RequestHandler;
  readonly #ends = new Set<ClientConnection>();
  #instances = 0;
  readonly #network: Network = { isUp: true, player: null };
  #snapshot: CentreSnapshot | null = null;

  constructor(options: CallCentreOptions = {}) {
    const { clock = realClock, seed = 1, media = null, latency = 30, wrapUpSeconds = 30 } = options;
    const { tokenLife = Infinity, autoInbound = false, agent = defaultAgent } = options;
    const receiversOf = (one: Agent): ClientConnection[] =>
      [...this.#ends].filter((end) => end.agent === one && end.isConnected);
    const { faults } = this;
    this.#exchange = new Exchange({ clock, seed, media, faults, wrapUpSeconds, agent, receiversOf });
    this.#exchange.queues.isAutomatic = autoInbound;
    this.#exchange.bus.onSettle(() => (this.#snapshot = null));
    this.#requests = new RequestHandler(this.#exchange, clock, faults, this.#network, latency, this.#ends);
    this.SobotClient = createClient(this, this.#requests, () => {
      this.#instances += 1;
      return new ClientConnection(this.#instances, this.#exchange.bus, faults, this.#network, tokenLife);
    });
    const { random } = this.#exchange;
    this.credentials = { token: `sandbox-${random.hex(16)}`, companyId: random.hex(32), agent: agent.agentID };
  }

  /** Whether waiting customers come in by themselves while the agent is ready. */
  get autoInbound(): boolean {
    return this.#exchange.queues.isAutomatic;
  }

  set autoInbound(on: boolean) {
    this.#act(() => (this.#exchange.queues.isAutomatic = on));
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

  /** Whoever is called outside answers: the customer whom the agent dials, or a third party. */
  customerAnswers(callID?: string): boolean {
    return this.#withOutside(callID, isCalled, (party) => this.#exchange.legs.answer(party));
  }

  /** Whoever is called outside declines. */
  customerDeclines(callID?: string): boolean {
    return this.#withOutside(callID, isCalled, (party) => this.#exchange.legs.disconnect(party));
  }

  /** The customer hangs up, whatever the state of the call; or a third party, by its own callID. */
  customerHangsUp(callID?: string): boolean {
    return this.#withOutside(
      callID,
      () => true,
      (party) => this.#exchange.legs.disconnect(party),
    );
  }

  /** The customer keys in digits during the call; the ends get a message `SandboxDigits`. */
  customerSendsDigits(digits: string, callID?: string): boolean {
    return this.#withOutside(callID, isAnswered, (party) => this.#exchange.legs.receiveDigits(party, digits));
  }

  /**
   * A colleague answers who is called.
   * @param colleague work number or id; absent, here and below: the one whose call fits and came last
   */
  colleagueAnswers(colleague?: string): boolean {
    return this.#act(() => this.#exchange.colleagues.answer(colleague));
  }

  /** A colleague declines who is called. */
  colleagueDeclines(colleague?: string): boolean {
    return this.#act(() => this.#exchange.colleagues.decline(colleague));
  }

  /** A colleague hangs up, whatever the state of the call; one who asks the agent something leaves the customer too. */
  colleagueHangsUp(colleague?: string): boolean {
    return this.#act(() => this.#exchange.colleagues.hangUp(colleague));
  }

  /**
   * A colleague calls the agent.
   * @param colleague work number or id; absent: the first who is free
   * @returns the callID; `null` when the colleague or the agent is not ready
   * @throws RangeError when nobody has that number
   */
  colleagueCalls(colleague?: string): string | null {
    return this.#act(() => this.#exchange.colleagues.call(this.#agent, colleague));
  }

  /**
   * A colleague who talks to a customer asks the agent something, while the customer waits.
   * @returns the callID as the agent knows it; `null` when the colleague or the agent is not ready
   * @throws RangeError when there is no such colleague or skill group
   */
  colleagueConsults(call: ColleagueCall = {}): string | null {
    return this.#act(() => this.#exchange.colleagues.consult(this.#agent, call));
  }

  /** A colleague transfers a customer to the agent without a word; as {@link colleagueConsults}. */
  colleagueTransfers(call: ColleagueCall = {}): string | null {
    return this.#act(() => this.#exchange.colleagues.transfer(this.#agent, call));
  }

  /** A colleague whom the agent has answered hands the customer over, and goes. */
  colleagueCompletesTransfer(colleague?: string): boolean {
    return this.#act(() => this.#exchange.colleagues.completeTransfer(colleague));
  }

  /** A colleague whom the agent has answered brings in the customer. */
  colleagueStartsConference(colleague?: string): boolean {
    return this.#act(() => this.#exchange.colleagues.startConference(colleague));
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
    this.#act(() => (this.#network.isUp = false));
  }

  /** The ends are told what they are in now. */
  restoreNetwork(): void {
    this.#act(() => {
      if (this.#network.isUp) return;
      this.#network.isUp = true;
      this.#ends.forEach((end) => end.announceStatus());
    });
  }

  /**
   * Plays a diagnostics file of `<sobot-event-log>` to the connected phone, in the place of the switch: the messages
   * in their order and at their distances, and for commands that are sent meanwhile their recorded answers. Afterwards
   * the phone is in the log's last state; start it anew to go on.
   * @param log the file, as text or parsed
   * @returns a promise of the end
   * @throws TypeError when the log can't be read; Error while no phone is connected or another log is played; the
   *   reason of the signal that stops it
   */
  async replay(log: unknown, options: ReplayOptions = {}): Promise<void> {
    const recording = readRecording(log);
    const connected = (): ClientConnection[] => [...this.#ends].filter((end) => end.isConnected);
    if (connected().length === 0) throw new Error('No phone is connected to this call centre. Start one, then replay.');
    if (this.#network.player) throw new Error('Another log is played. Stop it, then replay.');
    const deliver = (message: SdkMessage): void => connected().forEach((end) => end.deliver(message));
    this.#network.player = new ReplayPlayer(recording, this.#exchange.bus.clock, deliver, options);
    try {
      await this.#network.player.play();
    } finally {
      this.#network.player = null;
    }
  }

  /** The same object until something changes. */
  snapshot(): CentreSnapshot {
    this.#snapshot ??= createSnapshot(
      this.#exchange,
      this.#agent,
      [...this.#ends],
      this.#network.isUp,
      this.#requests.log,
    );
    return this.#snapshot;
  }

  /** Calls back after every change, when all messages of it are out. */
  subscribe(listener: () => void): Cancel {
    return this.#exchange.bus.subscribe(listener);
  }

  /** Of the end that came last; without any, the default agent. */
  get #agent(): Agent {
    return [...this.#ends].at(-1)?.agent ?? this.#exchange.roster.defaultAgent;
  }

  #act<T>(change: () => T): T {
    let result: { value: T } | undefined;
    this.#exchange.bus.run(() => {
      result = { value: change() };
    });
    if (!result) throw new Error('unreachable: a change has run or thrown');
    return result.value;
  }

  /** The latest party outside that fits, the customer before a third party. */
  #withOutside(callID: string | undefined, fits: (party: Party) => boolean, change: (party: Party) => void): boolean {
    const parties = [...this.#exchange.legs.active.values()]
      .flatMap((call) => call.parties)
      .filter((party) => !party.agent && (callID === undefined || party.callID === callID) && fits(party));
    const party = parties.findLast(({ kind }) => kind === 'Customer') ?? parties.at(-1);
    if (party) this.#act(() => change(party));
    return party !== undefined;
  }
}

const isCalled = ({ state }: Party): boolean => state === 'Ringing';

const isAnswered = ({ answeredAt }: Party): boolean => answeredAt !== null;
