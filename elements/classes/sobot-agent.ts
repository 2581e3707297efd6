import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { SobotError, type CallWord, type ConsultWord, type PresenceStatus } from '../../src/sdk/index.js';
import { AgentSession, type KitEventDetails, type StateListener } from '../../src/session/index.js';
import { callWord, consultWord, initialState, type AgentState, type Phase } from '../../src/state/index.js';
import { AgentSettings, milliseconds } from '../../src/ui/agent/agent-settings.js';
import { changedSettings, decides } from '../../src/ui/agent/changes.js';
import { kitEvent } from '../../src/ui/agent/events.js';
import { invoke } from '../../src/ui/agent/invoker.js';
import { previewState } from '../../src/ui/agent/preview.js';
import { resolveParty, unresolved } from '../../src/ui/agent/resolver.js';
import { missingAttribute, missingError, objectOf, texts } from '../../src/ui/agent/missing.js';
import { SdkSource } from '../../src/ui/agent/sdk-source.js';
import { TokenPlaces } from '../../src/ui/agent/token-source.js';
import type {} from '../../src/ui/dom-events.js';
import { switchboard } from '../../src/ui/contexts.js';
import type { Phone } from '../../src/ui/phone.js';

/** A framework that sets properties late gets this long before a missing one is an error. */
const CONFIG_MOMENT = 500;
/** An element that is moved is out of the document for a moment; one that is gone for longer is gone. */
const GONE_AFTER = 1000;
const LOAD_TIMEOUT = 30;
const COMMAND_TIMEOUT = 15;

const SANDBOX_AGENT = '1005';
const SANDBOX_COMPANY = 'sandbox';

/**
 * One agent at one instance of Sobot's call SDK. Everything else of the kit belongs to one of these.
 *
 * Every SDK message goes out as a DOM event: `sobot-` and its name in kebab case, so that `EventRinging` is
 * `sobot-ringing`, and again as `sobot-event`. `sobot-agent-ready` is the vendor's "agent became ready"; that the
 * phone itself is ready is `sobot-phase-change`.
 *
 * @summary Owns the call SDK, the session and the state; the other elements draw it.
 * @element sobot-agent
 * @slot - The page, or the part of it, that belongs to this agent.
 * @attr {string} id - By which the `for` of elements elsewhere in the page finds it.
 * @attr {Phase} phase - Read-only: how far the phone is.
 * @attr {PresenceStatus} presence - Read-only: what the agent is to the platform.
 * @attr {CallWord} call - Read-only: where the call is.
 * @attr {ConsultWord} consult - Read-only: where the consultation is.
 * @fires {CustomEvent<SdkMessage>} sobot-event - Every SDK message, known or not; `detail` is the SDK's own object.
 * @fires {CustomEvent<{phase: Phase, previous: Phase}>} sobot-phase-change - How far the phone is has changed.
 * @fires {CustomEvent<{state: AgentState, previous: AgentState, cause: SdkMessage | CommandName | null}>} sobot-state-change - The state has changed.
 * @fires {CustomEvent<CallSummary>} sobot-call-started - A call has begun; once a call.
 * @fires {CustomEvent<CallSummary>} sobot-call-connected - The call was answered; once a call.
 * @fires {CustomEvent<CallSummary>} sobot-call-ended - The call is over; once a call.
 * @fires {CustomEvent<{call: CallSummary, notes: string, disposition: string}>} sobot-wrap-up-done - The wrap-up of a call is over; hands out what the agent wrote.
 * @fires {CustomEvent<{command: CommandName, params: object, source: Element | null}>} sobot-command - Before a command that changes something; cancelable, and `params` may be edited.
 * @fires {CustomEvent<{command: CommandName, params: object, error: SobotError}>} sobot-command-error - A command failed.
 * @fires {CustomEvent<{error: SobotError}>} sobot-error - The configuration, loading, initialising or the token failed.
 * @fires {CustomEvent<{code: string, message: string}>} sobot-warning - Something to know; the phone goes on.
 * @fires {CustomEvent<{respondWith: function}>} sobot-token-request - A token is needed and no other place has one.
 */
export class SobotAgent extends AgentSettings implements Phone {
  static override readonly tag = 'sobot-agent';
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  #session: AgentSession | null = null;
  #idle: AgentState = initialState(Date.now());
  #switchboard: ReturnType<typeof switchboard> | null = null;
  #moment: ReturnType<typeof setTimeout> | undefined;
  #gone: ReturnType<typeof setTimeout> | undefined;
  /** Stopped on purpose: it stays so until somebody starts it. */
  #stopped = false;
  /** The missing attribute that the page has been told of. */
  #told: string | null = null;
  /** A token that came while the phone was starting with another one. */
  #tokenIsLate = false;
  readonly #listeners = new Set<StateListener>();
  readonly #tokens = new TokenPlaces(this);
  readonly #sdkSource = new SdkSource(this);

  /** The session from start to stop; null else. Its methods are the vendor's commands as promises. */
  get session(): AgentSession | null {
    return this.#session;
  }

  /** Everything that is known: a frozen snapshot. */
  get state(): AgentState {
    return this.#session?.state ?? this.#idle;
  }

  /** How far the phone is; also an attribute. */
  get phase(): Phase {
    return this.state.phase;
  }

  /** What the agent is to the platform; also an attribute. */
  get presence(): PresenceStatus {
    return this.state.presence.status;
  }

  /** Where the call is; also an attribute. */
  get call(): CallWord {
    return callWord(this.state);
  }

  /** Where the consultation is; also an attribute. */
  get consult(): ConsultWord {
    return consultWord(this.state);
  }

  constructor() {
    super();
    this.addEventListener('command', (event) => invoke(event as CommandEvent, this));
    this.addEventListener('sobot-sandbox-warning', ({ target, detail }) => {
      if (target !== this) return; // of an agent within this one
      this.#emit('sobot-warning', { code: String(detail.code), message: String(detail.message) });
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#gone);
    window.addEventListener('online', this.#online);
    this.#switchboard = switchboard(this.ownerDocument);
    this.#switchboard.join(this);
    this.#reflect();
    if (this.hasUpdated && !this.#session) this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#online);
    clearTimeout(this.#moment);
    this.#switchboard?.leave(this);
    this.#gone = setTimeout(() => this.#end(), GONE_AFTER);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id') this.#switchboard?.refresh();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('maskNumbers')) this.#tell(this.state, this.state);
    if (this.#running) return this.#changedWhileRunning(changed);
    if (changed.has('preview') && (this.preview || changed.get('preview'))) this.#rest(this.#resting());
    if (decides(changed)) this.#look();
  }

  /**
   * Starts with the configuration as it is now. A preview stays a picture.
   * @throws SobotError `config`, `load` or `init`; each is also a `sobot-error`, and it can be started again
   */
  async start(): Promise<void> {
    clearTimeout(this.#moment);
    this.#stopped = false;
    if (this.preview && !this.#running) return;
    if (this.#session && this.#running) return this.#session.start();
    if (this.phase !== 'idle') this.#rest(initialState(Date.now()));
    this.#told = this.#missing();
    if (this.#told) throw this.#misconfigured(this.#told);
    if (!window.isSecureContext) {
      this.#emit('sobot-warning', {
        code: 'insecure-context',
        message: 'The page is not served by HTTPS, which the SDK and the microphone require.',
      });
    }
    const complain = (attribute: string) => (why: string) =>
      this.#emit('sobot-warning', { code: 'config', message: `${attribute} is left out: ${why}.` });
    const session = new AgentSession({
      target: this,
      sdk: (signal) => this.#sdkSource.load(signal),
      token: (reason) => this.#tokens.get(reason),
      init: {
        ...objectOf(this.initOptions, complain('init-options')),
        companyId: this.companyId || SANDBOX_COMPANY,
        agent: this.agent || SANDBOX_AGENT,
        agentType: String(this.agentType || '0'),
        allowStorageListen: this.allowStorageListen,
      },
      eventAliases: texts(objectOf(this.eventAliases, complain('event-aliases'))),
      commandTimeout: milliseconds(this.commandTimeout, COMMAND_TIMEOUT),
      loadTimeout: milliseconds(this.loadTimeout, LOAD_TIMEOUT),
    });
    this.#session = session;
    this.#tokenIsLate = false;
    session.subscribe((state, previous) => this.#changed(session, state, previous));
    await session.start();
  }

  /** Lets go of the SDK and refuses what is pending. The agent stays logged in at the vendor's. */
  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#moment);
    if (this.#session) this.#rest(this.#resting());
  }

  /**
   * Gives the SDK a new token.
   * @throws SobotError `refused` without a session, `invalid` if it is blank
   */
  refreshToken(token: string): void {
    if (!this.#session)
      throw new SobotError('refused', 'There is no session to give the token to. Start the phone first.');
    this.#session.refreshToken(token);
  }

  /**
   * Takes the phone back from another end: starts anew and logs in as before.
   * @throws SobotError of the start or the login
   */
  async takeOver(): Promise<void> {
    const { agent, presence } = this.state;
    this.#end();
    await this.start();
    if (!agent?.phoneType || !agent.ext || presence.status === 'offline') return;
    await this.#session?.login({
      phoneType: agent.phoneType,
      bindExt: agent.ext,
      bindMobile: agent.phone,
      agentState: presence.status === 'ready' ? '1' : '2',
    });
  }

  /** Calls the listener after each change of the state, before its DOM events. @returns how to stop it */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  readonly #online = (): void => {
    if (this.#session && !this.#running) this.#startAlone();
  };

  get #running(): boolean {
    return this.#session !== null && this.phase !== 'failed';
  }

  /** What there is to see without a session. */
  #resting(): AgentState {
    return this.preview ? previewState(this.preview) : initialState(Date.now());
  }

  /** Starts by itself once it can; what is missing is told only after a moment without change, and once. */
  #look(): void {
    clearTimeout(this.#moment);
    if (this.manual || this.preview || this.#stopped || !this.isConnected || this.#running) return;
    const missing = this.#missing();
    if (missing === null) this.#startAlone();
    else if (missing !== this.#told) this.#moment = setTimeout(() => this.#startAlone(), CONFIG_MOMENT);
  }

  /** The session has told the page of its failure already, with `sobot-error`. */
  #startAlone(): void {
    this.start().catch(() => undefined);
  }

  #missing(): string | null {
    return missingAttribute(this, () => this.#tokens.available());
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

  #changedWhileRunning(changed: PropertyValues<this>): void {
    if (changed.get('token') !== undefined && this.token) {
      this.#tokenIsLate = this.phase === 'loading' || this.phase === 'initializing';
      if (!this.#tokenIsLate) this.#renewToken();
    }
    const late = changedSettings(this, changed);
    if (late.length > 0) {
      this.#session?.warn('config', `${late.join(', ')} changed while the phone runs; it counts at the next start().`);
    }
  }

  #renewToken(): void {
    this.#tokenIsLate = false;
    try {
      this.refreshToken(this.token);
    } catch (cause) {
      this.#session?.warn('token', cause instanceof SobotError ? cause.message : 'The new token was not taken.');
    }
  }

  #changed(session: AgentSession, state: AgentState, previous: AgentState): void {
    if (session !== this.#session) return;
    this.#tell(state, previous);
    if (this.#tokenIsLate && state.phase === 'ready') this.#renewToken();
    const call = unresolved(state, previous);
    if (call && this.partyResolver) void resolveParty(session, this.partyResolver, call);
  }

  /** Shows a state without a session, and lets go of the one that there is. */
  #rest(state: AgentState): void {
    const session = this.#session;
    const previous = this.state;
    this.#session = null;
    this.#idle = state;
    this.#tell(state, previous);
    session?.stop();
    if (this.state !== state) return; // a listener has gone on meanwhile
    if (!session && state.phase !== previous.phase) {
      this.#emit('sobot-phase-change', { phase: state.phase, previous: previous.phase });
    }
    this.#emit('sobot-state-change', { state, previous: session?.state ?? previous, cause: null });
  }

  #tell(state: AgentState, previous: AgentState): void {
    this.#reflect();
    for (const listener of [...this.#listeners]) listener(state, previous);
  }

  #reflect(): void {
    for (const name of ['phase', 'presence', 'call', 'consult'] as const) {
      if (this.getAttribute(name) !== this[name]) this.setAttribute(name, this[name]);
    }
  }

  #emit<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): void {
    this.dispatchEvent(kitEvent(name, detail));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-agent': SobotAgent;
  }
}
