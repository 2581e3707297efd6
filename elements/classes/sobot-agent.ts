import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { SobotError, type CallWord, type ConsultWord, type PresenceStatus } from '../../src/sdk/index.js';
import { AgentSession, type KitEventDetails, type StateListener } from '../../src/session/index.js';
import { callWord, consultWord, initialState, type AgentState, type Phase } from '../../src/state/index.js';
import { AgentSettings, readAtStart, type JsonObject } from '../../src/ui/agent/agent-settings.js';
import { commandOfVerb, paramsOfButton } from '../../src/ui/agent/invoker.js';
import { previewState } from '../../src/ui/agent/preview.js';
import { resolveParty, unresolved } from '../../src/ui/agent/resolver.js';
import { missingAttribute, missingError, parseObject, texts } from '../../src/ui/agent/missing.js';
import { SdkSource } from '../../src/ui/agent/sdk-source.js';
import { TokenPlaces } from '../../src/ui/agent/token-source.js';
import type {} from '../../src/ui/dom-events.js';
import { switchboard } from '../../src/ui/contexts.js';
import type { Phone } from '../../src/ui/phone.js';

/** A framework that sets properties late gets this long before a missing one is an error. */
const CONFIG_MOMENT = 500;
/** An element that is moved is out of the document for a moment; one that is gone for longer is gone. */
const GONE_AFTER = 1000;
const SECOND = 1000;

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

  #session: AgentSession | null = null;
  #idle: AgentState = initialState(Date.now());
  #switchboard: ReturnType<typeof switchboard> | null = null;
  #moment: ReturnType<typeof setTimeout> | undefined;
  #gone: ReturnType<typeof setTimeout> | undefined;
  /** Stopped on purpose: it stays so until somebody starts it. */
  #stopped = false;
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
    this.addEventListener('command', (event) => this.#invoked(event as CommandEvent));
    this.addEventListener('sobot-sandbox-warning', ({ detail }) =>
      this.#emit('sobot-warning', { code: String(detail.code), message: String(detail.message) }),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#gone);
    window.addEventListener('online', this.#online);
    this.#switchboard = switchboard(this.ownerDocument);
    this.#switchboard.join(this);
    this.#reflect();
    if (this.hasUpdated) this.#look();
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

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('maskNumbers')) this.#tell(this.state, this.state);
    if (changed.has('preview')) this.#setIdle(this.preview ? previewState(this.preview) : initialState(Date.now()));
    if (this.#session && this.phase !== 'failed') this.#changedWhileRunning(changed);
    else this.#look();
  }

  /**
   * Starts with the configuration as it is now.
   * @throws SobotError `config`, `load` or `init`; each is also a `sobot-error`, and it can be started again
   */
  async start(): Promise<void> {
    clearTimeout(this.#moment);
    this.#stopped = false;
    if (this.#session && this.phase !== 'failed') return this.#session.start();
    const missing = this.#missing();
    if (missing) throw this.#misconfigured(missing);
    if (!window.isSecureContext) {
      this.#emit('sobot-warning', {
        code: 'insecure-context',
        message: 'The page is not served by HTTPS, which the SDK and the microphone require.',
      });
    }
    this.#session?.stop();
    const session = new AgentSession({
      target: this,
      sdk: (signal) => this.#sdkSource.load(signal),
      token: (reason) => this.#tokens.get(reason),
      init: {
        ...this.#object(this.initOptions, 'init-options'),
        companyId: this.companyId || SANDBOX_COMPANY,
        agent: this.agent || SANDBOX_AGENT,
        agentType: this.agentType,
        allowStorageListen: this.allowStorageListen,
      },
      eventAliases: texts(this.#object(this.eventAliases, 'event-aliases')),
      commandTimeout: this.commandTimeout * SECOND,
      loadTimeout: this.loadTimeout * SECOND,
    });
    this.#session = session;
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
    const session = this.#session;
    if (!session) return;
    session.stop();
    this.#session = null;
    this.#setIdle(initialState(Date.now()));
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
    this.stop();
    await this.start();
    if (!agent?.phoneType || !agent.ext || !this.#session) return;
    await this.#session.login({
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
    const { error } = this.state;
    if (this.phase === 'failed' && error?.kind !== 'config') this.#startAlone();
  };

  /** Starts by itself once it can; what is missing is told only after a moment without change. */
  #look(): void {
    clearTimeout(this.#moment);
    if (this.manual || this.preview || this.#stopped || !this.isConnected || (this.#session && this.phase !== 'failed'))
      return;
    if (this.#missing() === null) this.#startAlone();
    else this.#moment = setTimeout(() => this.#startAlone(), CONFIG_MOMENT);
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
    const previous = this.phase;
    this.#end();
    console.error(message);
    this.#setIdle(Object.freeze({ ...initialState(Date.now()), phase: 'failed', error: { kind, message } }));
    if (previous !== 'failed') this.#emit('sobot-phase-change', { phase: 'failed', previous });
    this.#emit('sobot-error', { error });
    return error;
  }

  #changedWhileRunning(changed: PropertyValues<this>): void {
    if (changed.has('token') && this.token) {
      try {
        this.refreshToken(this.token);
      } catch (cause) {
        if (cause instanceof SobotError) this.#session?.warn('token', cause.message);
      }
    }
    const late = readAtStart.filter((name) => changed.get(name) !== undefined);
    if (late.length > 0) {
      this.#session?.warn('config', `${late.join(', ')} changed while the phone runs; it counts at the next start().`);
    }
  }

  /** JSON of an attribute, or the object that a script has set. What can't be read is left out, and said. */
  #object(value: JsonObject | string | null, attribute: string): JsonObject | undefined {
    if (typeof value !== 'string') return value ?? undefined;
    return parseObject(value, (why) =>
      this.#emit('sobot-warning', {
        code: 'config',
        message: `${attribute} is no JSON object and is left out: ${why}.`,
      }),
    );
  }

  #changed(session: AgentSession, state: AgentState, previous: AgentState): void {
    if (session !== this.#session) return;
    this.#tell(state, previous);
    const call = unresolved(state, previous);
    if (call && this.partyResolver) void resolveParty(session, this.partyResolver, call);
  }

  #setIdle(state: AgentState): void {
    const previous = this.#idle;
    this.#idle = state;
    if (!this.#session) this.#tell(state, previous);
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

  #invoked(event: CommandEvent): void {
    const command = commandOfVerb(event.command);
    if (!command) {
      if (event.command.startsWith('--')) {
        this.#emit('sobot-warning', { code: 'unknown-command', message: `There is no command "${event.command}".` });
      }
      return;
    }
    const source = event.source ?? null;
    const params = source instanceof HTMLElement ? paramsOfButton(command, source.dataset) : {};
    if (!this.#session) {
      const error = new SobotError('refused', `${command}: the phone is not started.`, { command });
      this.#emit('sobot-command-error', { command, params, error });
      return;
    }
    this.#session.execute(command, params, source).catch(() => undefined); // told by sobot-command-error
  }

  #emit<N extends keyof KitEventDetails>(name: N, detail: KitEventDetails[N]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-agent': SobotAgent;
  }
}
