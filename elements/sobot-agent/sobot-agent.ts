import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import {
  SobotError,
  type CallStatus,
  type CommandName,
  type ConsultStatus,
  type PresenceStatus,
} from '../../src/sdk/index.js';
import { Emitter } from '../../src/internal/index.js';
import type { AgentSession, SessionEventMap, StateListener } from '../../src/session/index.js';
import { callStatus, consultStatus, type AgentState, type Connection, type Phase } from '../../src/state/index.js';
import { type AgentHost, agentRegistry } from '../../src/ui/base/index.js';
import { AgentSettings } from './agent-settings.js';
import { attachFeatures } from './features/index.js';
import { SessionController } from './session-controller.js';

/** Read-only attributes for the page's CSS. Not `reflect: true`: they must change before the state events. */
const REFLECTED = ['phase', 'connection', 'presence', 'call', 'consult'] as const;

const isReflected = (name: string): name is (typeof REFLECTED)[number] =>
  (REFLECTED as readonly string[]).includes(name);

/** The number of attributes that are restored within one task. One morph may take all of them away. */
const MAX_RESTORATIONS = 50;

/**
 * Connects one agent to one instance of the call SDK. Every other element of the kit binds to an agent element: to the
 * one in its `for`, the nearest ancestor, or the only one of the page.
 *
 * Each SDK message is dispatched as a DOM event, named `sobot-` and the message in kebab case, such as `sobot-ringing`
 * for `EventRinging`, and again as `sobot-event`. `sobot-agent-ready` is the vendor's message that the agent became
 * ready. The kit itself is ready when `sobot-phase-change` says so.
 *
 * @summary Owns the SDK, the session and the state that the other elements render.
 * @element sobot-agent
 * @slot - The page, or the part of it, that belongs to this agent.
 * @attr {string} id - The name that the `for` of other elements refers to.
 * @attr {Phase} phase - Read-only: progress of the start.
 * @attr {PresenceStatus} presence - Read-only: status of the agent on the platform.
 * @attr {Connection} connection - Read-only: whether the platform can be reached and has confirmed the state.
 * @attr {CallStatus} call - Read-only: state of the call.
 * @attr {ConsultStatus} consult - Read-only: state of the consultation.
 * @fires {CustomEvent<SdkMessage>} sobot-event - An SDK message has arrived, known or unknown. `detail` is the SDK's own object.
 * @fires {CustomEvent<{phase: Phase, previous: Phase}>} sobot-phase-change - The phase has changed.
 * @fires {CustomEvent<{state: AgentState, previous: AgentState, cause: SdkMessage | CommandName | null}>} sobot-state-change - The state has changed.
 * @fires {CustomEvent<CallSummary>} sobot-call-started - A call has begun. Dispatched once for each call.
 * @fires {CustomEvent<CallSummary>} sobot-call-connected - The call was answered. Dispatched once for each call.
 * @fires {CustomEvent<CallSummary>} sobot-call-ended - The call has ended. Dispatched once for each call.
 * @fires {CustomEvent<{call: CallSummary, notes: string, disposition: string}>} sobot-wrap-up-done - The wrap-up of a call has ended. `detail` has the agent's notes and disposition.
 * @fires {CustomEvent<{command: CommandName, params: object, source: Element | null}>} sobot-command - A command is about to be sent. It can be cancelled, and its `params` edited.
 * @fires {CustomEvent<{command: CommandName, params: object, error: SobotError}>} sobot-command-error - A command failed.
 * @fires {CustomEvent<{error: SobotError}>} sobot-error - Configuration, loading, initialization or token has failed.
 * @fires {CustomEvent<{code: string, message: string}>} sobot-warning - A problem that does not stop the session.
 * @fires {CustomEvent<{respondWith: function}>} sobot-token-request - A token is needed and no setting has one. Call `respondWith()` with the token or a promise of it.
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
    return [...super.observedAttributes, 'id', ...REFLECTED];
  }

  /** The keys of commands, as values of `aria-keyshortcuts`. Set by `shortcuts`. */
  readonly keys: Map<CommandName, string> = new Map();

  /** The registry of the document that the element was connected to last. */
  #registry: ReturnType<typeof agentRegistry> | null = null;
  readonly #changes = new Emitter<Parameters<StateListener>>();
  /** The number of times in this task that attributes were restored. */
  #restorations = 0;
  readonly #sessionController = new SessionController(this, (state, previous) => this.#publish(state, previous));

  /** The session, null before the start and after the end. Its methods are the vendor's commands as promises. */
  get session(): AgentSession | null {
    return this.#sessionController.session;
  }

  /** A frozen snapshot of the state. */
  get state(): AgentState {
    return this.#sessionController.state;
  }

  /** The progress of the start. Reflected. */
  get phase(): Phase {
    return this.state.phase;
  }

  /** The agent's status on the platform. Reflected. */
  get presence(): PresenceStatus {
    return this.state.presence.status;
  }

  /**
   * Whether the platform can be reached. Reflected. While it is `offline` or `reconnecting`, `presence` and `call` are the
   * last known values, not confirmed.
   */
  get connection(): Connection {
    return this.state.connection;
  }

  /** The state of the call. Reflected. */
  get call(): CallStatus {
    return callStatus(this.state);
  }

  /** The state of the consultation. Reflected. */
  get consult(): ConsultStatus {
    return consultStatus(this.state);
  }

  constructor() {
    super();
    attachFeatures(this);
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
    // A library that morphs the page to its server's HTML takes away what that HTML doesn't have.
    else if (isReflected(name) && this.isConnected && value !== this[name]) this.#reflectAgain();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Not part of the state, but every element renders by it.
    if (changed.has('maskNumbers')) this.#publish(this.state, this.state);
    this.#sessionController.update(changed);
  }

  /**
   * Starts a session with the settings as they are. A preview does not start.
   * @throws SobotError `config`, `load` or `init`. Each is dispatched as `sobot-error`, too. A new start is possible.
   */
  start(): Promise<void> {
    return this.#sessionController.start();
  }

  /** Ends the session: unsubscribes from the SDK and rejects pending commands. The agent stays logged in. */
  stop(): void {
    this.#sessionController.stop();
  }

  /**
   * Passes a new token to the SDK.
   * @throws SobotError `refused` without a session, `invalid` if the token is blank
   */
  refreshToken(token: string): void {
    if (!this.session)
      throw new SobotError('refused', 'There is no session to give the token to. Start the phone first.');
    this.session.refreshToken(token);
  }

  /**
   * Takes the login back from the place that displaced this session: starts a new session and logs in as before, unless
   * the platform reports a call that goes on. The vendor does not document what happens to a call at the other place. It
   * may be cut off.
   * @throws SobotError of the start or of the login
   */
  takeOver(): Promise<void> {
    return this.#sessionController.takeOver();
  }

  /** Calls a listener after each change of the state, before the DOM events of that change. @returns unsubscribe function */
  subscribe(listener: StateListener): () => void {
    return this.#changes.subscribe(listener);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** The element's own attributes come first, then the listeners. */
  #publish(state: AgentState, previous: AgentState): void {
    this.#reflect();
    this.#changes.emit(state, previous);
  }

  #reflect(): void {
    for (const name of REFLECTED) {
      if (this.getAttribute(name) !== this[name]) this.setAttribute(name, this[name]);
    }
  }

  /** Restores attributes that the page has changed. A page that changes them back at once, again and again, wins. */
  #reflectAgain(): void {
    this.#restorations += 1;
    if (this.#restorations === 1) setTimeout(() => (this.#restorations = 0));
    if (this.#restorations <= MAX_RESTORATIONS) this.#reflect();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-agent': SobotAgent;
  }
  /** Events bubble, so every element and the document can listen to them. */
  interface GlobalEventHandlersEventMap extends SessionEventMap {}
}
