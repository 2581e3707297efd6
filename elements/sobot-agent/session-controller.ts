import type { PropertyValues } from 'lit';
import { SobotError } from '../../src/sdk/index.js';
import { AgentSession, type KitEventDetails, type StateListener } from '../../src/session/index.js';
import { initialState, type AgentState } from '../../src/state/index.js';
import { milliseconds, type AgentSettings } from './agent-settings.js';
import { changedSettings, decides } from './configuration-changes.js';
import { kitEvent } from './kit-event.js';
import { missingAttribute, missingError, objectOf, texts } from './configuration-errors.js';
import { previewState } from './preview.js';
import { SdkSource } from './sdk-source.js';
import { TokenPlaces } from './token-resolver.js';

/** A framework that sets properties late gets this long before a missing one is an error. */
const CONFIG_MOMENT = 500;
/** An element that is moved is out of the document for a moment; one that is gone for longer is gone. */
const GONE_AFTER = 1000;
const LOAD_TIMEOUT = 30;
const COMMAND_TIMEOUT = 15;

const SANDBOX_AGENT = '1005';
const SANDBOX_COMPANY = 'sandbox';

/** The sessions of one `<sobot-agent>`: when one starts and ends, and what there is to see while there is none. */
export class AgentLife {
  #session: AgentSession | null = null;
  #idle: AgentState = initialState(Date.now());
  #moment: ReturnType<typeof setTimeout> | undefined;
  #gone: ReturnType<typeof setTimeout> | undefined;
  /** Stopped on purpose: it stays so until somebody starts it. */
  #stopped = false;
  /** The missing attribute that the page has been told of. */
  #told: string | null = null;
  /** A token that came while the phone was starting with another one. */
  #tokenIsLate = false;
  readonly #tokens: TokenPlaces;
  readonly #sdkSource: SdkSource;

  /** @param tell hears of each change of the state, before the DOM events of that change */
  constructor(
    private readonly host: AgentSettings,
    private readonly tell: StateListener,
  ) {
    this.#tokens = new TokenPlaces(host);
    this.#sdkSource = new SdkSource(host);
  }

  get session(): AgentSession | null {
    return this.#session;
  }

  get state(): AgentState {
    return this.#session?.state ?? this.#idle;
  }

  /** The element is in a document. */
  arrive(): void {
    clearTimeout(this.#gone);
    window.addEventListener('online', this.#online);
    if (this.host.hasUpdated && !this.#session) this.#look();
  }

  /** The element is in no document; it may come back. */
  leave(): void {
    window.removeEventListener('online', this.#online);
    clearTimeout(this.#moment);
    this.#gone = setTimeout(() => this.#end(), GONE_AFTER);
  }

  /** The page has set something. */
  update(changed: PropertyValues<AgentSettings>): void {
    if (this.#running) return this.#changedWhileRunning(changed);
    if (changed.has('preview') && (this.host.preview || changed.get('preview'))) this.#rest(this.#resting());
    if (decides(changed)) this.#look();
  }

  async start(): Promise<void> {
    clearTimeout(this.#moment);
    this.#stopped = false;
    if (this.host.preview && !this.#running) return;
    if (this.#session && this.#running) return this.#session.start();
    if (this.state.phase !== 'idle') this.#rest(initialState(Date.now()));
    this.#told = this.#missing();
    if (this.#told) throw this.#misconfigured(this.#told);
    if (!window.isSecureContext) {
      this.#emit('sobot-warning', {
        code: 'insecure-context',
        message: 'The page is not served by HTTPS, which the SDK and the microphone require.',
      });
    }
    const session = this.#create();
    this.#session = session;
    this.#tokenIsLate = false;
    session.subscribe((state, previous) => this.#changed(session, state, previous));
    await session.start();
  }

  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  async takeOver(): Promise<void> {
    const { agent, presence } = this.state;
    this.#end();
    await this.start();
    const { call, wrapUp, presence: told } = this.state;
    // No login during a call; that the platform has told of it means that it is here again.
    if (call || wrapUp || !agent?.phoneType || !agent.ext || presence.status === 'offline') return;
    await this.#session?.login({
      phoneType: agent.phoneType,
      bindExt: agent.ext,
      bindMobile: agent.phone,
      agentState: (told.status === 'offline' ? presence : told).status === 'ready' ? '1' : '2',
    });
  }

  readonly #online = (): void => {
    if (this.#session && !this.#running) this.#startAlone();
  };

  get #running(): boolean {
    return this.#session !== null && this.state.phase !== 'failed';
  }

  /** What there is to see without a session. */
  #resting(): AgentState {
    const { preview } = this.host;
    return preview ? previewState(preview) : initialState(Date.now());
  }

  #end(): void {
    clearTimeout(this.#moment);
    if (this.#session) this.#rest(this.#resting());
  }

  /** Starts by itself once it can; what is missing is told only after a moment without change, and once. */
  #look(): void {
    clearTimeout(this.#moment);
    const { manual, preview, isConnected } = this.host;
    if (manual || preview || this.#stopped || !isConnected || this.#running) return;
    const missing = this.#missing();
    if (missing === null) this.#startAlone();
    else if (missing !== this.#told) this.#moment = setTimeout(() => this.#startAlone(), CONFIG_MOMENT);
  }

  /** The session has told the page of its failure already, with `sobot-error`. */
  #startAlone(): void {
    this.start().catch(() => undefined);
  }

  #missing(): string | null {
    return missingAttribute(this.host, () => this.#tokens.available());
  }

  #misconfigured(attribute: string): SobotError {
    const error = missingError(attribute);
    const { kind, message } = error;
    console.error(message);
    const told = Object.freeze({ kind, message });
    this.#rest(Object.freeze({ ...initialState(Date.now()), phase: 'failed', error: told }));
    this.#emit('sobot-error', { error });
    return error;
  }

  #create(): AgentSession {
    const { host } = this;
    const complain = (attribute: string) => (why: string) =>
      this.#emit('sobot-warning', { code: 'config', message: `${attribute} is left out: ${why}.` });
    return new AgentSession({
      target: host,
      sdk: (signal) => this.#sdkSource.load(signal),
      token: (reason) => this.#tokens.get(reason),
      init: {
        ...objectOf(host.initOptions, complain('init-options')),
        companyId: host.companyId || SANDBOX_COMPANY,
        agent: host.agent || SANDBOX_AGENT,
        agentType: String(host.agentType || '0'),
        allowStorageListen: host.allowStorageListen,
      },
      eventAliases: texts(objectOf(host.eventAliases, complain('event-aliases'))),
      commandTimeout: milliseconds(host.commandTimeout, COMMAND_TIMEOUT),
      loadTimeout: milliseconds(host.loadTimeout, LOAD_TIMEOUT),
    });
  }

  #changedWhileRunning(changed: PropertyValues<AgentSettings>): void {
    if (changed.get('token') !== undefined && this.host.token) {
      const { phase } = this.state;
      this.#tokenIsLate = phase === 'loading' || phase === 'initializing';
      if (!this.#tokenIsLate) this.#renewToken();
    }
    const late = changedSettings(this.host, changed);
    if (late.length > 0) {
      this.#session?.warn('config', `${late.join(', ')} changed while the phone runs; it counts at the next start().`);
    }
  }

  #renewToken(): void {
    this.#tokenIsLate = false;
    try {
      this.#session?.refreshToken(this.host.token);
    } catch (cause) {
      this.#session?.warn('token', cause instanceof SobotError ? cause.message : 'The new token was not taken.');
    }
  }

  #changed(session: AgentSession, state: AgentState, previous: AgentState): void {
    if (session !== this.#session) return;
    this.tell(state, previous);
    if (this.#tokenIsLate && state.phase === 'ready') this.#renewToken();
  }

  /** Shows a state without a session, and lets go of the one that there is. */
  #rest(state: AgentState): void {
    const session = this.#session;
    const previous = this.state;
    this.#session = null;
    this.#idle = state;
    this.tell(state, previous);
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
