/**
 * The class behind `AgentSession`: it builds the stages of a session, connects them, and starts and stops them.
 *
 * A message goes `sdk-subscription` → `message-handler` → `store` and `event-dispatcher`, a command goes
 * `command-runner` → `sdk-request`. `event-queue` keeps all of it in order.
 */
import {
  errorFromSdk,
  SobotError,
  type CommandName,
  type CommandResult,
  type MicrophoneProblem,
  type SobotAgentSdk,
} from '../sdk/index.js';
import { raceAbort, type Clock } from '../internal/index.js';
import {
  initialState,
  disabledReason,
  legsOf,
  type Action,
  type AgentState,
  type CallSummary,
  type PartyInfo,
  type DisabledReason,
  type Phase,
} from '../state/index.js';
import type { AgentSession, RawParams, SessionOptions, StateListener, WrapUpDraft } from './agent-session.js';
import { CommandMethodsBase } from './command-methods.js';
import { CommandRunner } from './command-runner.js';
import { ConnectionMonitor } from './connection-monitor.js';
import { browserEnvironment, type SessionEnvironment } from './environment.js';
import { EventDispatcher } from './event-dispatcher.js';
import { eventLogOf, type EventLog, type WritableEventLog } from './event-log/event-log.js';
import { EventQueue } from './event-queue.js';
import { MessageHandler } from './message-handler.js';
import { CallMemory } from './persistence/call-memory.js';
import { initAgent } from './sdk-initialization.js';
import { resolveSdk } from './sdk-source.js';
import { SdkSubscription } from './sdk-subscription.js';
import { ServerClock } from './server-clock.js';
import type { CommandSource, SessionTarget, StateChangeCause } from './session-events.js';
import { Store } from './store.js';
import { TokenManager } from './token-manager.js';

/** The time after which an unanswered command fails. The vendor documents no time of its own. */
const COMMAND_TIMEOUT_MS = 15_000;
/** The time for script, token and `initAgent` together. */
const LOAD_TIMEOUT_MS = 30_000;
/** The SDK waits for 10 seconds, then reports again that the token has expired. */
const TOKEN_TIMEOUT_MS = 9_000;

/** The session. Its constructor starts no stage, so that a page can subscribe before the first event. */
export class Session extends CommandMethodsBase implements AgentSession {
  readonly target: SessionTarget;
  readonly #options: SessionOptions;
  readonly #now: () => number;
  readonly #log: WritableEventLog;
  readonly #queue = new EventQueue();
  readonly #clock: ServerClock;
  readonly #memory: CallMemory;
  readonly #store: Store;
  readonly #dispatcher: EventDispatcher;
  readonly #commands: CommandRunner;
  readonly #tokens: TokenManager;
  readonly #connection: ConnectionMonitor;
  readonly #messages: MessageHandler;
  #sdk: SobotAgentSdk | null = null;
  #subscription: SdkSubscription | null = null;
  /** The start that is going on or has succeeded; null after a failure or a stop. */
  #started: Promise<void> | null = null;
  /** Aborts when the session stops or fails. */
  #running: AbortController | null = null;

  constructor(options: SessionOptions, environment: SessionEnvironment = browserEnvironment) {
    super();
    const { clock } = environment;
    const { agent } = options.init;
    const target = options.target ?? new EventTarget();
    this.#options = options;
    this.#now = clock.now;
    this.#clock = new ServerClock(clock);
    this.target = target;
    this.#log = eventLogOf(target, clock.now);
    this.#memory = new CallMemory({ agent, environment, target, onCall: (...args) => this.#resumeCall(...args) });
    this.#store = new Store(initialState(clock.now()));
    this.#dispatcher = new EventDispatcher(target, {
      memory: this.#memory,
      onConnectionChange: (connection) => this.#log.connectionChanged(connection),
    });
    // The first listener: the events of a change are queued before a listener of the page can cause another change.
    this.#store.subscribe((state, previous, cause) => this.#followChange(state, previous, cause));
    this.#commands = this.#createCommandRunner();
    this.#tokens = this.#createTokenManager();
    this.#connection = this.#createConnectionMonitor(clock);
    this.#messages = this.#createMessageHandler();
  }

  get state(): AgentState {
    return this.#store.state;
  }

  get journal(): EventLog {
    return this.#log;
  }

  /** The key by which the call history keeps several agents apart. */
  get owner(): string {
    const { companyId, agent } = this.#options.init;
    return `${companyId}/${agent}`;
  }

  get sdk(): SobotAgentSdk | null {
    return this.#sdk;
  }

  get draft(): WrapUpDraft {
    return this.#memory.draftOf(this.state);
  }

  subscribe(listener: StateListener): () => void {
    return this.#store.subscribe(listener);
  }

  obstacle(command: CommandName): DisabledReason | null {
    return disabledReason(this.state, command);
  }

  /**
   * Starts once: further calls get the same promise. On a running session `start()` is also the
   * agent's way to try a failed token again.
   */
  start(): Promise<void> {
    if (this.#started) {
      this.#tokens.retry();
      return this.#started;
    }
    const started = this.#start().catch((cause: unknown) => {
      if (this.#started === started) this.#started = null;
      throw cause;
    });
    this.#started = started;
    return started;
  }

  /**
   * Ends the session without a logout, which would take the agent out of the queues while a page
   * reloads.
   */
  stop(): void {
    this.#started = null;
    this.#memory.stop();
    this.#release(new SobotError('disconnected', 'The phone was stopped. Start it again to go on.'));
    this.#apply({ type: 'phase', phase: 'idle' });
  }

  execute<N extends CommandName>(
    command: N,
    params: RawParams = {},
    source: CommandSource = null,
  ): Promise<CommandResult<N>> {
    return this.#commands.run(command, params, source);
  }

  saveDraft(draft: WrapUpDraft): void {
    if (this.#memory.saveDraft(this.state, draft)) this.#store.notify();
  }

  identify(callId: string, party: PartyInfo, number = this.#numberOf(callId)): void {
    this.#apply({ type: 'identified', callId, number, info: party });
  }

  /** The number of a running call; empty without one. */
  #numberOf(callId: string): string {
    return legsOf(this.state).find(({ id }) => id === callId)?.number ?? '';
  }

  reportMicrophone(problem: MicrophoneProblem | null): void {
    this.#apply({ type: 'microphone', problem });
  }

  refreshToken(token: string): void {
    this.#tokens.refresh(token);
  }

  warn(code: string, message: string): void {
    this.#dispatcher.dispatch('sobot-warning', { code, message });
  }

  get #loadTimeoutMs(): number {
    return this.#options.loadTimeout ?? LOAD_TIMEOUT_MS;
  }

  /** Changes the state outside of a message; its events follow at once, or after the running task. */
  #apply(action: Action): void {
    this.#store.dispatch(action, null);
    this.#queue.flush();
  }

  /** Keeps what is saved in step with the state, and queues the events of a change. */
  #followChange(state: AgentState, previous: AgentState, cause: StateChangeCause): void {
    if (state === previous) return; // only a draft has changed
    this.#memory.follow(state, previous);
    this.#queue.enqueueFollowUp(this.#dispatcher.dispatchChange, { state, previous, cause });
  }

  /** Goes on with a call that the page before, or another session of this page, has left. */
  #resumeCall(call: CallSummary, isTold: boolean): void {
    this.#apply({ type: 'interrupted', call, at: this.#now() });
    if (isTold) this.#apply({ type: 'interrupted', call: null, at: this.#now() });
  }

  /**
   * Runs a start. A stop meanwhile ends it with the reason of the stop; any other failure ends in
   * the phase `failed`.
   */
  async #start(): Promise<void> {
    const running = new AbortController();
    const starting = new AbortController();
    this.#running = running;
    const timer = setTimeout(() => starting.abort(this.#startTimeoutError()), this.#loadTimeoutMs);
    try {
      await this.#connect(AbortSignal.any([running.signal, starting.signal]));
      this.#connection.watch(running.signal);
      if (this.state.phase !== 'displaced') this.#apply({ type: 'phase', phase: 'ready' });
    } catch (cause) {
      if (running.signal.aborted) throw running.signal.reason;
      const error = cause instanceof SobotError ? cause : errorFromSdk('init', 'start', cause);
      this.#release(error);
      this.#showError('failed', error);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Subscribes before `initAgent`, because the SDK sends messages before it answers. */
  async #connect(signal: AbortSignal): Promise<void> {
    this.#apply({ type: 'phase', phase: 'loading' });
    const [sdk, token] = await raceAbort(
      signal,
      Promise.all([
        resolveSdk(this.#options.sdk, signal),
        this.#tokens.request('start', this.#loadTimeoutMs),
        this.#memory.start(),
      ]),
    );
    this.#sdk = sdk;
    this.#log.secrets.add(token);
    this.#apply({ type: 'phase', phase: 'initializing' });
    const { handle } = this.#messages;
    this.#subscription = new SdkSubscription(sdk, { queue: this.#queue, handleMessage: handle, now: this.#now });
    this.#subscription.open();
    await raceAbort(signal, initAgent(sdk, { ...this.#options.init, token }, this.#log.secrets));
  }

  /** Names the step that was not answered: their remedies differ. */
  #startTimeoutError(): SobotError {
    const isInitializing = this.state.phase === 'initializing';
    const problem = isInitializing ? 'initAgent was not answered' : 'the SDK or the token did not arrive';
    return new SobotError(
      isInitializing ? 'init' : 'load',
      `The phone could not start: ${problem} within ${this.#loadTimeoutMs / 1000} s. Check the network, then start again.`,
    );
  }

  /** Ends a start and everything that runs, and rejects what is pending. */
  #release(reason: SobotError): void {
    this.#running?.abort(reason);
    this.#subscription?.close();
    this.#subscription = null;
    this.#sdk = null;
    this.#commands.abandonAll(reason);
  }

  /** Puts an error into the state and dispatches it. */
  #showError(phase: Phase, error: SobotError): void {
    const { kind, message, code } = error;
    this.#apply({ type: 'phase', phase, error: { kind, message, ...(code ? { code } : undefined) } });
    this.#dispatcher.dispatch('sobot-error', { error });
  }

  /**
   * Queries the agent's status. The list of agents is the only result that contains it; filtered by the agent's own
   * name it is short.
   */
  async #queryStatus(): Promise<void> {
    await this.#commands.query('queryAgentLoginInfo');
    const agentName = this.state.agent?.name;
    await this.#commands.query('queryAgents', { agentState: -1, ...(agentName ? { agentName } : undefined) });
  }

  #createCommandRunner(): CommandRunner {
    return new CommandRunner({
      store: this.#store,
      queue: this.#queue,
      log: this.#log,
      dispatcher: this.#dispatcher,
      now: this.#now,
      sdk: () => this.#sdk,
      timeoutMs: this.#options.commandTimeout ?? COMMAND_TIMEOUT_MS,
    });
  }

  #createTokenManager(): TokenManager {
    return new TokenManager({
      source: this.#options.token,
      timeoutMs: this.#options.tokenTimeout ?? TOKEN_TIMEOUT_MS,
      now: this.#now,
      sdk: () => this.#sdk,
      signal: () => this.#running?.signal ?? AbortSignal.abort(),
      log: this.#log,
      onRefreshed: () => {
        if (this.state.error) this.#apply({ type: 'phase', phase: this.state.phase });
      },
      onFailed: (error) => this.#showError(this.state.phase, error),
    });
  }

  #createConnectionMonitor({ nowWithSleep }: Clock): ConnectionMonitor {
    return new ConnectionMonitor({
      now: this.#now,
      nowWithSleep,
      connection: () => this.state.connection,
      setConnection: (connection) => this.#apply({ type: 'connection', connection }),
      queryStatus: () => this.#queryStatus(),
      warn: (code, message) => this.warn(code, message),
    });
  }

  /** Commands to a displaced SDK would never be answered, so they are rejected. */
  #createMessageHandler(): MessageHandler {
    const displaced = 'The agent logged in at another end. Use phone here to go on.';
    return new MessageHandler({
      store: this.#store,
      log: this.#log,
      clock: this.#clock,
      dispatcher: this.#dispatcher,
      aliases: this.#options.eventAliases ?? {},
      reactions: {
        tokenExpired: () => this.#tokens.renew(),
        connectionLost: () => this.#connection.lost(),
        connectionRestored: () => this.#connection.verify(),
        displaced: () => this.#commands.abandonAll(new SobotError('displaced', displaced)),
      },
    });
  }
}
