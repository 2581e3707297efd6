import type { PropertyValues } from 'lit';
import { SobotError } from '../../src/sdk/index.js';
import { AgentSession, kitEvent, type KitEventDetails, type StateListener } from '../../src/session/index.js';
import { initialState, type AgentState } from '../../src/state/index.js';
import { toMilliseconds, type AgentSettings } from './agent-settings.js';
import { changedSettings, affectsStart } from './configuration-changes.js';
import { missingAttribute, missingError, parseJsonObject, stringFields } from './configuration-errors.js';
import { previewState } from './preview.js';
import { SdkSource } from './sdk-source.js';
import { TokenResolver } from './token-resolver.js';

/** A framework that sets properties late gets this long before a missing one is an error. */
const CONFIG_DEBOUNCE_MS = 500;
/** An element that is moved is out of the document for a moment; one that is gone for longer is gone. */
const DISCONNECT_GRACE_MS = 1000;
const DEFAULT_LOAD_TIMEOUT_SECONDS = 30;
const DEFAULT_COMMAND_TIMEOUT_SECONDS = 15;

const SANDBOX_AGENT = '1005';
const SANDBOX_COMPANY = 'sandbox';

/** The sessions of one `<sobot-agent>`: when one starts and ends, and what there is to see while there is none. */
export class SessionController {
  #session: AgentSession | null = null;
  #idleState: AgentState = initialState(Date.now());
  #configTimer: ReturnType<typeof setTimeout> | undefined;
  #disconnectTimer: ReturnType<typeof setTimeout> | undefined;
  /** Stopped on purpose: it stays so until somebody starts it. */
  #isStopped = false;
  /** The missing attribute that the page has been told of. */
  #reportedAttribute: string | null = null;
  /** A token that came while the phone was starting with another one. */
  #hasPendingToken = false;
  readonly #tokenResolver: TokenResolver;
  readonly #sdkSource: SdkSource;

  /** @param onStateChange hears of each change of the state, before the DOM events of that change */
  constructor(
    private readonly host: AgentSettings,
    private readonly onStateChange: StateListener,
  ) {
    this.#tokenResolver = new TokenResolver(host);
    this.#sdkSource = new SdkSource(host);
  }

  get session(): AgentSession | null {
    return this.#session;
  }

  get state(): AgentState {
    return this.#session?.state ?? this.#idleState;
  }

  /** The element is in a document. */
  hostConnected(): void {
    clearTimeout(this.#disconnectTimer);
    window.addEventListener('online', this.#handleOnline);
    if (this.host.hasUpdated && !this.#session) this.#startIfConfigured();
  }

  /** The element is in no document; it may come back. */
  hostDisconnected(): void {
    window.removeEventListener('online', this.#handleOnline);
    clearTimeout(this.#configTimer);
    this.#disconnectTimer = setTimeout(() => this.#endSession(), DISCONNECT_GRACE_MS);
  }

  /** The page has set something. */
  update(changed: PropertyValues<AgentSettings>): void {
    if (this.#isRunning) return this.#handleRunningChange(changed);
    if (changed.has('preview') && (this.host.preview || changed.get('preview')))
      this.#setIdleState(this.#createIdleState());
    if (affectsStart(changed)) this.#startIfConfigured();
  }

  async start(): Promise<void> {
    clearTimeout(this.#configTimer);
    this.#isStopped = false;
    if (this.host.preview && !this.#isRunning) return;
    if (this.#session && this.#isRunning) return this.#session.start();
    if (this.state.phase !== 'idle') this.#setIdleState(initialState(Date.now()));
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
    await session.start();
  }

  stop(): void {
    this.#isStopped = true;
    this.#endSession();
  }

  async takeOver(): Promise<void> {
    const { agent, presence } = this.state;
    this.#endSession();
    await this.start();
    const { call, wrapUp, presence: current } = this.state;
    // No login during a call; that the platform has told of it means that it is here again.
    if (call || wrapUp || !agent?.phoneType || !agent.ext || presence.status === 'offline') return;
    await this.#session?.login({
      phoneType: agent.phoneType,
      bindExt: agent.ext,
      bindMobile: agent.phone,
      agentState: (current.status === 'offline' ? presence : current).status === 'ready' ? '1' : '2',
    });
  }

  readonly #handleOnline = (): void => {
    if (this.#session && !this.#isRunning) this.#autoStart();
  };

  get #isRunning(): boolean {
    return this.#session !== null && this.state.phase !== 'failed';
  }

  /** What there is to see without a session. */
  #createIdleState(): AgentState {
    const { preview } = this.host;
    return preview ? previewState(preview) : initialState(Date.now());
  }

  #endSession(): void {
    clearTimeout(this.#configTimer);
    if (this.#session) this.#setIdleState(this.#createIdleState());
  }

  /** Starts by itself once it can; what is missing is told only after a moment without change, and once. */
  #startIfConfigured(): void {
    clearTimeout(this.#configTimer);
    const { manual, preview, isConnected } = this.host;
    if (manual || preview || this.#isStopped || !isConnected || this.#isRunning) return;
    const missing = this.#missingAttribute();
    if (missing === null) this.#autoStart();
    else if (missing !== this.#reportedAttribute)
      this.#configTimer = setTimeout(() => this.#autoStart(), CONFIG_DEBOUNCE_MS);
  }

  /** The session has told the page of its failure already, with `sobot-error`. */
  #autoStart(): void {
    this.start().catch(() => undefined);
  }

  #missingAttribute(): string | null {
    return missingAttribute(this.host, () => this.#tokenResolver.hasToken());
  }

  #failConfig(attribute: string): SobotError {
    const error = missingError(attribute);
    const { kind, message } = error;
    console.error(message);
    const publicError = Object.freeze({ kind, message });
    this.#setIdleState(Object.freeze({ ...initialState(Date.now()), phase: 'failed', error: publicError }));
    this.#emit('sobot-error', { error });
    return error;
  }

  #createSession(): AgentSession {
    const { host } = this;
    const onInvalid = (attribute: string) => (reason: string) =>
      this.#emit('sobot-warning', { code: 'config', message: `${attribute} is left out: ${reason}.` });
    return new AgentSession({
      target: host,
      sdk: (signal) => this.#sdkSource.load(signal),
      token: (reason) => this.#tokenResolver.get(reason),
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

  #renewToken(): void {
    this.#hasPendingToken = false;
    try {
      this.#session?.refreshToken(this.host.token);
    } catch (cause) {
      this.#session?.warn('token', cause instanceof SobotError ? cause.message : 'The new token was not taken.');
    }
  }

  #handleStateChange(session: AgentSession, state: AgentState, previous: AgentState): void {
    if (session !== this.#session) return;
    this.onStateChange(state, previous);
    if (this.#hasPendingToken && state.phase === 'ready') this.#renewToken();
  }

  /** Shows a state without a session, and lets go of the one that there is. */
  #setIdleState(state: AgentState): void {
    const session = this.#session;
    const previous = this.state;
    this.#session = null;
    this.#idleState = state;
    this.onStateChange(state, previous);
    session?.stop();
    if (this.state !== state) return; // a listener has gone on meanwhile
    if (!session && state.phase !== previous.phase) {
      this.#emit('sobot-phase-change', { phase: state.phase, previous: previous.phase });
    }
    this.#emit('sobot-state-change', { state, previous: session?.state ?? previous, cause: null });
  }

  #emit<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): void {
    this.host.dispatchEvent(kitEvent(name, detail));
  }
}
