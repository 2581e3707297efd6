import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import {
  SobotError,
  type CallStatus,
  type CommandName,
  type ConsultStatus,
  type PresenceStatus,
} from '../../src/sdk/index.js';
import { kitEvent, type AgentSession, type StateListener } from '../../src/session/index.js';
import { callStatus, consultStatus, type AgentState, type Connection, type Phase } from '../../src/state/index.js';
import { registerLazyFeatures } from './lazy-features.js';
import { AgentSettings } from './agent-settings.js';
import { invokeCommand } from './invoker-commands.js';
import { SessionController } from './session-controller.js';
import { LinkScanner } from './link-scanner.js';
import { resolveParties } from './party-resolver.js';
import { guardUnload } from './unload-guard.js';
import { type AgentHost, agentRegistry } from '../../src/ui/base/index.js';
import './dom-events.js';

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
 * @attr {Connection} connection - Read-only: whether what is shown is proven to be true.
 * @attr {CallStatus} call - Read-only: where the call is.
 * @attr {ConsultStatus} consult - Read-only: where the consultation is.
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
export class SobotAgent extends AgentSettings implements AgentHost {
  static override readonly tag = 'sobot-agent';
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
    [role='status'] {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  /** The commands that `shortcuts` gives keys, and which. */
  readonly keys: Map<CommandName, string> = new Map();

  #registry: ReturnType<typeof agentRegistry> | null = null;
  readonly #listeners = new Set<StateListener>();
  readonly #sessionController = new SessionController(this, (state, previous) => this.#publish(state, previous));

  /** The session from start to stop; null else. Its methods are the vendor's commands as promises. */
  get session(): AgentSession | null {
    return this.#sessionController.session;
  }

  /** Everything that is known: a frozen snapshot. */
  get state(): AgentState {
    return this.#sessionController.state;
  }

  /** How far the phone is; also an attribute. */
  get phase(): Phase {
    return this.state.phase;
  }

  /** What the agent is to the platform; also an attribute. */
  get presence(): PresenceStatus {
    return this.state.presence.status;
  }

  /**
   * Whether the platform is reached; also an attribute. While it is `offline` or `reconnecting`, `presence` and `call`
   * are the last that was known, and not proven.
   */
  get connection(): Connection {
    return this.state.connection;
  }

  /** Where the call is; also an attribute. */
  get call(): CallStatus {
    return callStatus(this.state);
  }

  /** Where the consultation is; also an attribute. */
  get consult(): ConsultStatus {
    return consultStatus(this.state);
  }

  /** What the agent can do besides subscribes here, or is a controller of this element. */
  constructor() {
    super();
    new LinkScanner(this);
    this.addEventListener('command', (event) => invokeCommand(event as CommandEvent, this));
    this.addEventListener('sobot-sandbox-warning', ({ target, detail: { code, message } }) => {
      if (target !== this) return; // of an agent within this one
      this.dispatchEvent(kitEvent('sobot-warning', { code: String(code), message: String(message) }));
    });
    resolveParties(this);
    guardUnload(this);
    registerLazyFeatures(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#registry = agentRegistry(this.ownerDocument);
    this.#registry.register(this);
    this.#reflect();
    this.#sessionController.hostConnected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#registry?.unregister(this);
    this.#sessionController.hostDisconnected();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'id') this.#registry?.refresh();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('maskNumbers')) this.#publish(this.state, this.state);
    this.#sessionController.update(changed);
  }

  /**
   * Starts with the configuration as it is now. A preview stays a picture.
   * @throws SobotError `config`, `load` or `init`; each is also a `sobot-error`, and it can be started again
   */
  start(): Promise<void> {
    return this.#sessionController.start();
  }

  /** Lets go of the SDK and refuses what is pending. The agent stays logged in at the vendor's. */
  stop(): void {
    this.#sessionController.stop();
  }

  /**
   * Gives the SDK a new token.
   * @throws SobotError `refused` without a session, `invalid` if it is blank
   */
  refreshToken(token: string): void {
    if (!this.session)
      throw new SobotError('refused', 'There is no session to give the token to. Start the phone first.');
    this.session.refreshToken(token);
  }

  /**
   * Takes the phone back from another end: starts anew and logs in as before, unless the platform tells of a call that
   * goes on. What becomes of a call at the other end is not documented; it may be cut off.
   * @throws SobotError of the start or the login
   */
  takeOver(): Promise<void> {
    return this.#sessionController.takeOver();
  }

  /** Calls the listener after each change of the state, before its DOM events. @returns how to stop it */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #publish(state: AgentState, previous: AgentState): void {
    this.#reflect();
    for (const listener of [...this.#listeners]) listener(state, previous);
  }

  #reflect(): void {
    for (const name of ['phase', 'connection', 'presence', 'call', 'consult'] as const) {
      if (this.getAttribute(name) !== this[name]) this.setAttribute(name, this[name]);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-agent': SobotAgent;
  }
}
