import {
  commandRow,
  EVENT_TOKEN_INVALID,
  isCommandName,
  isQuery,
  signalOf,
  SobotError,
  type CommandName,
  type SdkMessage,
  type SobotAgentSdk,
} from '../sdk/index.js';
import { disabledReason, type AgentState, type PartyInfo, type DisabledReason } from '../state/index.js';
import { Connection } from './connection-monitor.js';
import { emptyDraft } from './persistence/drafts.js';
import { giveToken, initAgent } from './sdk-initialization.js';
import { Inbox } from './sdk-subscription.js';
import { failureOf } from './sdk-request.js';
import { CommandBase } from './command-methods.js';
import type { SessionOptions } from './agent-session.js';
import { checkParams } from './command-params.js';
import { unlessAborted } from '../internal/promises.js';
import { Reception } from './message-handler.js';
import { Requests } from './command-runner.js';
import type { Journal } from './event-log/event-log.js';
import { sdkOf } from './sdk-source.js';
import { Store, type StateListener } from './store.js';
import { TokenRequests } from './token-manager.js';
import type { CommandSource, SessionTarget, WrapUpDraft } from './session-events.js';

const COMMAND_TIMEOUT = 15_000;
const LOAD_TIMEOUT = 30_000;
/** The SDK waits for 10 seconds, then says again that the token is dead. */
const TOKEN_TIMEOUT = 9_000;

/**
 * One agent at one instance of the SDK: commands as promises, messages as state and DOM events. Owns no DOM beyond
 * the event target that it is given.
 */
export class AgentSession extends CommandBase {
  readonly #store: Store;
  #sdk: SobotAgentSdk | null = null;
  #inbox: Inbox | null = null;
  #started: Promise<void> | null = null;
  #life: AbortController | null = null;
  readonly #requests: Requests;
  readonly #connection: Connection;
  readonly #reception: Reception;
  readonly #tokens: TokenRequests;
  #renewal: Promise<unknown> | null = null;

  constructor(private readonly options: SessionOptions) {
    super();
    this.#store = new Store(options.target ?? new EventTarget(), options.init.agent);
    this.#tokens = new TokenRequests(options.token);
    this.#reception = new Reception(this.#store, options.eventAliases);
    this.#requests = new Requests(this.#store, options.commandTimeout ?? COMMAND_TIMEOUT);
    this.#connection = new Connection(this.#store, {
      ask: () => this.#askStatus(),
      warn: (code, message) => this.warn(code, message),
    });
  }

  /** Everything that is known: frozen, a new object after each change. */
  get state(): AgentState {
    return this.#store.state;
  }

  /** Where the events go out. */
  get target(): SessionTarget {
    return this.#store.target;
  }

  /** Everything that was said and heard, also in earlier sessions of the same target. */
  get journal(): Journal {
    return this.#store.journal;
  }

  /** Whose session it is: company and agent, as the page has configured them. */
  get owner(): string {
    const { companyId, agent } = this.options.init;
    return `${companyId}/${agent}`;
  }

  /** The SDK's instance while there is one. */
  get sdk(): SobotAgentSdk | null {
    return this.#sdk;
  }

  /** Calls the listener after each change, before the DOM events of that change. */
  subscribe(listener: StateListener): () => void {
    return this.#store.subscribe(listener);
  }

  /** Why a command surely can't be done now, for buttons; null if it may be tried. */
  obstacle(command: CommandName): DisabledReason | null {
    return disabledReason(this.state, command);
  }

  /**
   * Loads the SDK, gets a token, subscribes, and initialises (section "Initialization").
   * @throws SobotError `load`, `config` or `init`; the session can be started again
   */
  start(): Promise<void> {
    if (this.#started) return this.#started;
    const started = this.#start().catch((cause: unknown) => {
      if (this.#started === started) this.#started = null;
      throw cause;
    });
    this.#started = started;
    return started;
  }

  /** Lets go of the SDK; the agent stays logged in at the vendor's. What is pending is refused. */
  stop(): void {
    const gone = new SobotError('disconnected', 'The phone was stopped. Start it again to go on.');
    this.#life?.abort(gone);
    this.#started = null;
    this.#release();
    this.#requests.abandon(gone);
    this.#store.apply({ type: 'phase', phase: 'idle' }, null);
  }

  /**
   * Runs a command: the cancelable `sobot-command`, the checks, the SDK.
   * @param params numbers may be texts; what the document doesn't list passes through
   * @param source the element that asks, null for script
   * @throws SobotError `refused`, `vetoed`, `invalid`, `command`, `timeout`, `displaced`, `disconnected`; each is also
   *   a `sobot-command-error`
   */
  async execute(
    command: CommandName,
    params: Readonly<Record<string, unknown>> = {},
    source: CommandSource = null,
  ): Promise<unknown> {
    const asked = { ...params };
    try {
      return await this.#execute(command, asked, source);
    } catch (cause) {
      const error = cause instanceof SobotError ? cause : failureOf('command', command, cause);
      this.#store.emit('sobot-command-error', { command, params: asked, error });
      throw error;
    }
  }

  /** What the agent has written about the call, or about the one that is wrapped up. */
  get draft(): WrapUpDraft {
    const id = this.#draftId;
    return id === null ? emptyDraft : this.#store.drafts.get(id);
  }

  saveDraft(draft: WrapUpDraft): void {
    const id = this.#draftId;
    if (id === null) return;
    this.#store.drafts.set(id, draft);
    this.#store.tell();
  }

  /** Tells who is calling, or who another party of the call is, once somebody knows; also after it has ended. */
  identify(callId: string, known: PartyInfo, number = this.state.call?.number ?? ''): void {
    this.#store.apply({ type: 'identified', callId, number, info: known }, null);
  }

  /** Gives the SDK a new token (section "Initialization", `handleRefreshToken`). */
  refreshToken(token: string): void {
    if (!this.#sdk) throw new SobotError('refused', 'There is no SDK to give the token to. Start the phone first.');
    this.journal.hide(token.trim());
    giveToken(this.#sdk, token.trim(), (error) => this.#tokenFailed(error));
    if (this.state.error) this.#store.apply({ type: 'phase', phase: this.state.phase }, null);
  }

  /** Sends a warning out: something that the agent or the page should know, while the phone goes on. */
  warn(code: string, message: string): void {
    this.#store.emit('sobot-warning', { code, message });
  }

  get #draftId(): string | null {
    const { call, wrapUp } = this.state;
    return call?.originalCall?.id ?? call?.id ?? wrapUp?.callId ?? null;
  }

  async #start(): Promise<void> {
    const life = new AbortController();
    const starting = new AbortController();
    this.#life = life;
    const timeout = this.#loadTimeout;
    const timer = setTimeout(() => starting.abort(this.#tooLate(timeout)), timeout);
    try {
      await this.#connect(AbortSignal.any([life.signal, starting.signal]));
      this.#connection.watch(life.signal);
      if (this.state.phase !== 'displaced') this.#store.apply({ type: 'phase', phase: 'ready' }, null);
    } catch (cause) {
      if (life.signal.aborted) throw life.signal.reason;
      throw this.#fail(cause);
    } finally {
      clearTimeout(timer);
    }
  }

  get #loadTimeout(): number {
    return this.options.loadTimeout ?? LOAD_TIMEOUT;
  }

  async #connect(signal: AbortSignal): Promise<void> {
    this.#store.apply({ type: 'phase', phase: 'loading' }, null);
    const [sdk, token] = await unlessAborted(
      signal,
      Promise.all([sdkOf(this.options.sdk, signal), this.#tokens.get('start', this.#loadTimeout)]),
    );
    this.#sdk = sdk;
    this.journal.hide(token);
    this.#store.apply({ type: 'phase', phase: 'initializing' }, null);
    this.#inbox = new Inbox(sdk, (message, name) => this.#store.enqueue(() => this.#receive(message, name)));
    this.#inbox.open();
    await unlessAborted(signal, initAgent(sdk, { ...this.options.init, token }));
  }

  #tooLate(timeout: number): SobotError {
    const { phase } = this.state;
    const what = phase === 'initializing' ? 'initAgent was not answered' : 'the SDK or the token did not arrive';
    return new SobotError(
      phase === 'initializing' ? 'init' : 'load',
      `The phone could not start: ${what} within ${timeout / 1000} s. Check the network, then start again.`,
    );
  }

  #fail(cause: unknown): SobotError {
    const error = cause instanceof SobotError ? cause : failureOf('init', 'start', cause);
    this.#life?.abort(error);
    this.#release();
    this.#requests.abandon(error);
    const { kind, message, code } = error;
    this.#store.apply(
      { type: 'phase', phase: 'failed', error: { kind, message, ...(code ? { code } : undefined) } },
      null,
    );
    this.#store.emit('sobot-error', { error });
    return error;
  }

  #release(): void {
    this.#inbox?.close();
    this.#inbox = null;
    this.#sdk = null;
  }

  async #execute(command: CommandName, asked: Record<string, unknown>, source: CommandSource): Promise<unknown> {
    if (!isCommandName(command)) {
      throw new SobotError('invalid', `There is no command "${String(command)}". Nothing was sent.`);
    }
    const sdk = this.#sdk;
    if (!sdk) {
      throw new SobotError('refused', `${command}: the phone is not connected. Start it, then try again.`, { command });
    }
    if (!isQuery(command) && !this.#store.ask('sobot-command', { command, params: asked, source })) {
      throw new SobotError('vetoed', `${command}: the page prevented it. Nothing was sent.`, { command });
    }
    const params = checkParams(command, asked, { breakCodes: this.state.breaks.map(({ code }) => code) });
    let result: unknown;
    for (const part of commandRow(command).split?.(params) ?? [params]) {
      if (this.#sdk !== sdk) {
        throw new SobotError('disconnected', `${command}: the phone was stopped meanwhile. Start it again.`, {
          command,
        });
      }
      result = await this.#requests.send(sdk, command, part);
    }
    return result;
  }

  /**
   * Of all queries only the list of agents tells the status; by the agent's own name it is short. `EventAgentRegainStatus`
   * comes by itself, or not at all.
   */
  async #askStatus(): Promise<void> {
    const sdk = this.#sdk;
    if (!sdk) return;
    this.#reception.forgetClock();
    await this.#requests.send(sdk, 'queryAgentLoginInfo', {}, false);
    const agentName = this.state.agent?.name;
    const own = { agentState: -1, ...(agentName ? { agentName } : undefined) };
    await this.#requests.send(sdk, 'queryAgents', own, false);
  }

  #receive(message: SdkMessage, messageID: string): void {
    const meant = this.#reception.take(message, messageID);
    if (meant === EVENT_TOKEN_INVALID) this.#renewToken();
    const signal = signalOf(meant);
    if (signal === 'link-down') this.#connection.lost();
    if (signal === 'link-up') this.#connection.doubt();
    if (signal !== 'displaced') return;
    this.#requests.abandon(new SobotError('displaced', 'The agent logged in at another end. Take over here to go on.'));
  }

  /** Once, however often the SDK says that the token is dead while a new one is on its way. */
  #renewToken(): void {
    this.#renewal ??= this.#tokens
      .get('renew', this.options.tokenTimeout ?? TOKEN_TIMEOUT)
      .then((token) => this.#sdk && this.refreshToken(token))
      .finally(() => (this.#renewal = null))
      .catch((cause: unknown) => this.#tokenFailed(cause));
  }

  #tokenFailed(cause: unknown): void {
    if (!this.#sdk) return; // stopped meanwhile
    const why = cause instanceof Error ? cause.message : String(cause);
    const error = new SobotError(
      'config',
      `The token expired and could not be renewed: ${why} Calls go on, queries fail until a new token is given.`,
      { cause },
    );
    const { kind, message } = error;
    this.#store.apply({ type: 'phase', phase: this.state.phase, error: { kind, message } }, null);
    this.#store.emit('sobot-error', { error });
  }
}
