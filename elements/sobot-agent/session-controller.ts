/**
 * The life of `<sobot-agent>`: it starts, replaces and ends the sessions of one agent element, and provides the state
 * while there is none. It is apart from the element, which is the public surface only.
 */
import type { PropertyValues } from 'lit';
import { Backoff, now } from '../../src/internal/index.js';
import { isTemporary, microphoneProblems, SobotError } from '../../src/sdk/index.js';
import {
  AgentSession,
  kitEvent,
  type KitEventDetails,
  type SessionEventMap,
  type StateListener,
} from '../../src/session/index.js';
import { initialState, type AgentState } from '../../src/state/index.js';
import type { AgentSettings } from './agent-settings.js';
import {
  affectsStart,
  changedSettings,
  missingAttribute,
  missingError,
  parseJsonObject,
  stringFields,
  toMilliseconds,
} from './configuration.js';
import { previewState } from './preview.js';
import { SdkSource } from './sdk-source.js';
import { TokenResolver } from './token-resolver.js';

/** Time without a change after which a missing setting is an error: frameworks set properties late. */
const CONFIG_DEBOUNCE_MS = 500;
/** Time after which a removed element is considered gone: moving it removes it for a moment. */
const DISCONNECT_GRACE_MS = 1000;
/** Attributes are in seconds, the session's options in milliseconds. */
const DEFAULT_LOAD_TIMEOUT_SECONDS = 30;
const DEFAULT_COMMAND_TIMEOUT_SECONDS = 15;

/** The work number and the company of the sandbox, which needs no configuration. */
const SANDBOX_AGENT = '1005';
const SANDBOX_COMPANY = 'sandbox';

/** The mark of the sandbox's SDK instances. A message of the platform that is named like the sandbox's own is not one. */
const SANDBOX_KEY = Symbol.for('sobot-elements.call-centre');

/** Controls the sessions of one agent element. There is at most one at a time. */
export class SessionController {
  #session: AgentSession | null = null;
  /** The state without a session: before the start, after the end, of a failed configuration, of a preview. */
  #idleState: AgentState = initialState(now());
  #configTimer: ReturnType<typeof setTimeout> | undefined;
  #disconnectTimer: ReturnType<typeof setTimeout> | undefined;
  /** Waits to start again after a failure that can pass. */
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #backoff = new Backoff();
  /** Stopped by `stop()`: only `start()` ends that, not a change of the settings. */
  #isStopped = false;
  /** The missing attribute that was reported last, so that each is reported once. */
  #reportedAttribute: string | null = null;
  /** Whether a token was set while the session was starting with an older one. */
  #hasPendingToken = false;
  readonly #tokenResolver: TokenResolver;
  readonly #sdkSource: SdkSource;

  /** @param onStateChange runs after each change of the state, before the DOM events of that change */
  constructor(
    private readonly host: AgentSettings,
    private readonly onStateChange: StateListener,
  ) {
    this.#tokenResolver = new TokenResolver(host);
    this.#sdkSource = new SdkSource(host);
    host.addEventListener('sobot-sandbox-warning', this.#handleSandboxWarning);
  }

  /** The session of the moment; null before the start and after the end. */
  get session(): AgentSession | null {
    return this.#session;
  }

  /** The state of the session, or the idle state. */
  get state(): AgentState {
    return this.#session?.state ?? this.#idleState;
  }

  /** Starts if the configuration is complete. A session outlives a move within the grace period. */
  hostConnected(): void {
    clearTimeout(this.#disconnectTimer);
    window.addEventListener('online', this.#handleOnline);
    if (this.host.hasUpdated && !this.#session) this.#startIfConfigured();
  }

  /** Ends the session after the grace period, unless the element comes back. */
  hostDisconnected(): void {
    window.removeEventListener('online', this.#handleOnline);
    clearTimeout(this.#configTimer);
    this.#disconnectTimer = setTimeout(() => this.#endSession(), DISCONNECT_GRACE_MS);
  }

  /** Reacts to changed settings: before a session by a start, during one by a new token or a warning. */
  update(changed: PropertyValues<AgentSettings>): void {
    if (this.#isRunning) return this.#handleRunningChange(changed);
    if (changed.has('preview') && (this.host.preview || changed.get('preview')))
      this.#setIdleState(this.#createIdleState());
    if (affectsStart(changed)) this.#startIfConfigured();
  }

  /**
   * Starts a session with the settings as they are. A running one goes on, and a preview stays as it is.
   * @throws SobotError `config`, `load` or `init`
   */
  async start(): Promise<void> {
    clearTimeout(this.#configTimer);
    clearTimeout(this.#retryTimer);
    this.#isStopped = false;
    if (this.host.preview && !this.#isRunning) return;
    if (this.#session && this.#isRunning) return this.#session.start();
    if (this.state.phase !== 'idle') this.#setIdleState(initialState(now()));
    this.#reportedAttribute = this.#missingAttribute();
    if (this.#reportedAttribute) throw this.#failConfig(this.#reportedAttribute);
    if (!window.isSecureContext) {
      this.#emit('sobot-warning', {
        code: 'insecure-context',
        message: 'The page is not served by HTTPS, which the SDK and the microphone require.',
      });
    }
    const session = this.#createSession();
    this.#session = session;
    this.#hasPendingToken = false;
    session.subscribe((state, previous) => this.#handleStateChange(session, state, previous));
    try {
      await session.start();
    } catch (error) {
      this.#startLater(session, error);
      throw error;
    }
    this.#backoff.reset();
  }

  /** Ends the session until `start()` is called. */
  stop(): void {
    this.#isStopped = true;
    this.#endSession();
  }

  /**
   * Starts a new session and logs in as the displaced one was, unless a call goes on.
   * @throws SobotError of the start or of the login
   */
  async takeOver(): Promise<void> {
    const { agent, presence } = this.state;
    this.#endSession();
    await this.start();
    const { call, wrapUp, presence: current } = this.state;
    // A call or wrap-up that the platform has reported means that the agent is logged in. A login would be refused.
    if (call || wrapUp || !agent?.phoneType || !agent.ext || presence.status === 'offline') return;
    await this.#session?.login({
      phoneType: agent.phoneType,
      bindExt: agent.ext,
      bindMobile: agent.phone,
      agentState: (current.status === 'offline' ? presence : current).status === 'ready' ? '1' : '2',
    });
  }

  /** The start has failed without network: the network is back. */
  readonly #handleOnline = (): void => {
    if (this.#session && !this.#isRunning) this.#autoStart();
  };

  /**
   * The embedded call centre reports its problems, such as a missing microphone, as messages. Pages know them as
   * warnings. Events of a nested agent element bubble, and are its own.
   */
  readonly #handleSandboxWarning = ({
    target,
    detail: { code, message, problem },
  }: SessionEventMap['sobot-sandbox-warning']): void => {
    const sdk = this.#session?.sdk;
    if (target !== this.host || !sdk || !(SANDBOX_KEY in sdk)) return;
    const known = microphoneProblems.find((each) => each === problem) ?? 'failed';
    if (code === 'microphone') this.#session?.reportMicrophone(problem === null ? null : known);
    this.#emit('sobot-warning', { code: String(code), message: String(message) });
  };

  /** A failed session is replaced by the next start, so it doesn't count. */
  get #isRunning(): boolean {
    return this.#session !== null && this.state.phase !== 'failed';
  }

  /** The state without a session: the preview, or the initial one. */
  #createIdleState(): AgentState {
    const { preview } = this.host;
    return preview ? previewState(preview) : initialState(now());
  }

  #endSession(): void {
    clearTimeout(this.#configTimer);
    clearTimeout(this.#retryTimer);
    if (this.#session) this.#setIdleState(this.#createIdleState());
  }

  /** Starts once the configuration is complete. A missing setting is reported once, after a time without change. */
  #startIfConfigured(): void {
    clearTimeout(this.#configTimer);
    const { manual, preview, isConnected } = this.host;
    if (manual || preview || this.#isStopped || !isConnected || this.#isRunning) return;
    const missing = this.#missingAttribute();
    if (missing === null) this.#autoStart();
    else if (missing !== this.#reportedAttribute)
      this.#configTimer = setTimeout(() => this.#autoStart(), CONFIG_DEBOUNCE_MS);
  }

  /** Starts without a caller to reject to. A failure is reported by `sobot-error`. */
  #autoStart(): void {
    this.start().catch(() => undefined);
  }

  /**
   * Starts again after a failure that can pass, such as a server in trouble: with growing pauses, and for as long as the
   * element is in the page. With `manual` the page decides.
   */
  #startLater(session: AgentSession, error: unknown): void {
    if (session !== this.#session || this.host.manual || !isTemporary(error)) return;
    this.#retryTimer = setTimeout(() => this.#autoStart(), this.#backoff.next());
  }

  #missingAttribute(): string | null {
    return missingAttribute(this.host, () => this.#tokenResolver.hasToken());
  }

  /**
   * Shows a missing setting as a failed start: on the console for its author, as an event for the
   * page, and in the state for the elements.
   */
  #failConfig(attribute: string): SobotError {
    const error = missingError(attribute);
    const { kind, message } = error;
    console.error(message);
    const publicError = Object.freeze({ kind, message });
    this.#setIdleState(Object.freeze({ ...initialState(now()), phase: 'failed', error: publicError }));
    this.#emit('sobot-error', { error });
    return error;
  }

  /**
   * Creates a session of the settings as they are now. An attribute with invalid JSON is left out
   * with a warning, so that a typing error does not stop the phone.
   */
  #createSession(): AgentSession {
    const { host } = this;
    const onInvalid = (attribute: string) => (reason: string) =>
      this.#emit('sobot-warning', { code: 'config', message: `${attribute} is left out: ${reason}.` });
    return new AgentSession({
      target: host,
      sdk: (signal) => this.#sdkSource.load(signal),
      token: (reason, signal) => this.#tokenResolver.get(reason, signal),
      init: {
        ...parseJsonObject(host.initOptions, onInvalid('init-options')),
        companyId: host.companyId || SANDBOX_COMPANY,
        agent: host.agent || SANDBOX_AGENT,
        agentType: String(host.agentType || '0'),
        allowStorageListen: host.allowStorageListen,
      },
      eventAliases: stringFields(parseJsonObject(host.eventAliases, onInvalid('event-aliases'))),
      commandTimeout: toMilliseconds(host.commandTimeout, DEFAULT_COMMAND_TIMEOUT_SECONDS),
      loadTimeout: toMilliseconds(host.loadTimeout, DEFAULT_LOAD_TIMEOUT_SECONDS),
    });
  }

  /**
   * A token can change within a session. Any other setting waits for the next start, because a
   * restart would end a call.
   */
  #handleRunningChange(changed: PropertyValues<AgentSettings>): void {
    if (changed.get('token') !== undefined && this.host.token) {
      const { phase } = this.state;
      this.#hasPendingToken = phase === 'loading' || phase === 'initializing';
      if (!this.#hasPendingToken) this.#renewToken();
    }
    const ignoredSettings = changedSettings(this.host, changed);
    if (ignoredSettings.length > 0) {
      this.#session?.warn(
        'config',
        `${ignoredSettings.join(', ')} changed while the phone runs; it counts at the next start().`,
      );
    }
  }

  /** Hands the changed `token` to the running session. */
  #renewToken(): void {
    this.#hasPendingToken = false;
    try {
      this.#session?.refreshToken(this.host.token);
    } catch (cause) {
      // Not the token itself: it must not reach an event.
      this.#session?.warn('token', cause instanceof SobotError ? cause.message : 'The new token was not taken.');
    }
  }

  /** Ignores a session that has been replaced. */
  #handleStateChange(session: AgentSession, state: AgentState, previous: AgentState): void {
    if (session !== this.#session) return;
    this.onStateChange(state, previous);
    if (this.#hasPendingToken && state.phase === 'ready') this.#renewToken();
  }

  /**
   * Publishes a state without a session, and stops the present one. The state comes first: a listener that runs during
   * the stop must not see the old session.
   */
  #setIdleState(state: AgentState): void {
    const session = this.#session;
    const previous = this.state;
    this.#session = null;
    this.#idleState = state;
    this.onStateChange(state, previous);
    session?.stop();
    if (this.state !== state) return; // A listener has started a session or set a state meanwhile.
    if (!session && state.phase !== previous.phase) {
      this.#emit('sobot-phase-change', { phase: state.phase, previous: previous.phase });
    }
    this.#emit('sobot-state-change', { state, previous: session?.state ?? previous, cause: null });
  }

  /**
   * Dispatches one of the kit's events at the element itself, where there is no session to do so.
   */
  #emit<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): void {
    this.host.dispatchEvent(kitEvent(name, detail));
  }
}
