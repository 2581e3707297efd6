/**
 * `<sobot-softphone>`: puts the elements of a whole softphone into one card, bar or floating
 * window. This file has the order of the zones and the focus; each zone is a module.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { SobotError } from '../../src/sdk/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { SobotStatus } from '../sobot-status/sobot-status.js';
import { liveAnnouncement } from './announcement.js';
import { mainZoneElements, preloadAfter, renderMainZone } from './main-zone.js';
import { softphoneMessages } from './messages.js';
import { Notices } from './notices.js';
import { softphoneStyles } from './styles.js';
import { Tools } from './tools.js';
import { parseFeatures, viewOf, views, type SoftphoneView } from './view.js';

/**
 * For most pages this is the only child of `<sobot-agent>`. A header with the agent's status stands on top, the elements
 * of the current task in the middle, tools and notices below. Header and buttons keep their place when something
 * happens, so that no click hits another button than the one the agent aimed at.
 *
 * @summary The whole softphone in one element: status, login, dialer, calls, wrap-up, and further tools.
 * @element sobot-softphone
 * @slot header - Further content of the header.
 * @slot footer - Further content of the footer.
 * @csspart card - The box around everything.
 * @csspart header - The header with the agent's status.
 * @csspart main - The main zone, with the elements of the current task.
 * @csspart footer - The footer with the agent's name.
 * @csspart sandbox - The tag that marks a sandbox.
 * @csspart status - The `<sobot-status>` in the header.
 * @csspart network - The `<sobot-network-quality>` in the header, during a call.
 * @csspart network-warnings - The `<sobot-network-quality>` below the buttons of a call, for a bad connection.
 * @csspart login - The `<sobot-login>` of a logged-out agent.
 * @csspart dialer - The `<sobot-dialer>` of an agent without a call.
 * @csspart incoming-call - The `<sobot-incoming-call>` of a ringing call, and of the calls that wait beside another.
 * @csspart call-info - The `<sobot-call-info>` of a call.
 * @csspart call-controls - The `<sobot-call-controls>` of a call.
 * @csspart wrap-up - The `<sobot-wrap-up>` after a call.
 * @csspart tools - The row of tools.
 * @csspart tool - The open tool, above that row.
 * @csspart tool-queues - The button of `<sobot-queues>`.
 * @csspart tool-directory - The button of `<sobot-directory>`.
 * @csspart tool-routes - The button of `<sobot-routes>`.
 * @csspart tool-log - The button of `<sobot-call-log>`.
 * @csspart tool-supervisor - The button of `<sobot-supervisor>`.
 * @csspart tool-sound - The button of `<sobot-preflight>`.
 * @csspart missed - The number of missed calls that nobody has returned, on the button of the log.
 * @csspart queues - The `<sobot-queues>` that a tool opens.
 * @csspart directory - The `<sobot-directory>` that a tool opens.
 * @csspart routes - The `<sobot-routes>` that a tool opens.
 * @csspart call-log - The `<sobot-call-log>` that a tool opens.
 * @csspart supervisor - The `<sobot-supervisor>` that a tool opens.
 * @csspart preflight - The `<sobot-preflight>` that a tool opens.
 * @csspart button - Every button of the element itself.
 * @csspart start - The button that starts the session, also after a failure.
 * @csspart take-over - The button that logs the agent in here after a login at another place.
 * @csspart blocked - The notice that the browser keeps calls from ringing.
 * @csspart allow-sound - The button that lets the page make sound.
 * @csspart error - The error of the take-over.
 * @csspart notice - A notice.
 * @csspart icon - Every icon.
 * @cssprop [--sobot-softphone-width=360px] - The greatest width of `layout="panel"`.
 * @cssprop [--sobot-softphone-z-index=1000] - The `z-index` of `layout="floating"`.
 * @cssState idle - No session is started.
 * @cssState loading - The session is starting.
 * @cssState failed - The start of the session failed.
 * @cssState displaced - The agent logged in at another place.
 * @cssState login - The agent is logged out.
 * @cssState dialer - The agent is logged in and has no call.
 * @cssState incoming - A call rings.
 * @cssState call - There is a call that does not ring here.
 * @cssState wrap-up - There is after-call work.
 */
export class SobotSoftphone extends SobotElement<typeof softphoneMessages> {
  static override readonly tag = 'sobot-softphone';
  static override readonly dependencies = [...mainZoneElements, SobotStatus];
  static override readonly messages = softphoneMessages;
  static override readonly styles = softphoneStyles;

  // One selector for each value that is rendered: the card renders again at no other change, so
  // that the seconds of a call and the samples of its quality do not cost a render.
  readonly #view = this.select(viewOf);
  readonly #error = this.select(({ error }) => error);
  readonly #connection = this.select(({ connection }) => connection);
  readonly #phase = this.select(({ phase }) => phase);
  readonly #isReachable = this.select(({ reachable }) => reachable);
  readonly #isWaiting = this.select(({ waitingCalls }) => waitingCalls.length > 0);
  readonly #isCallConnected = this.select(({ call }) => !!call?.connectedAt);
  readonly #agentText = this.select(({ agent }) =>
    agent ? [agent.name, agent.number].filter(Boolean).join(' · ') : '',
  );

  readonly #tools = new Tools(this);
  readonly #notices = new Notices(this, () => this.#isSoundNoticeNeeded);

  /** The layout: a card, a bar over the width of its place, or a card that floats in the corner of the window. */
  @property({ reflect: true }) layout: 'panel' | 'bar' | 'floating' = 'panel';
  /**
   * The features to show, separated by spaces: `status` `dialer` `queues` `directory` `routes` `network` `notes` `log`
   * `supervisor`. Null, the default, shows all but `log` and `supervisor`.
   */
  @property() features: string | null = null;
  /** The dispositions that `<sobot-wrap-up>` offers: a list, or its JSON as an attribute. */
  @property() dispositions: string | readonly string[] = [];

  /** The features of the attribute, parsed once for each change. */
  #features = parseFeatures(null);
  /** The view of the last render; null before the first one. */
  #renderedView: SoftphoneView | null = null;
  /** The element that had the focus in the main zone before the render; null if none had. */
  #focusedElement: Element | null = null;
  /** Whether the focus was in the notes before the render. */
  #wasInNotes = false;

  @query('.main') private readonly main!: HTMLElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tools.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('features')) this.#features = parseFeatures(this.features);
    if (this.agentHost && this.#features.has('log')) this.#tools.recordCalls(this.agentHost);
    // Before the render, because after it an element that was removed has lost the focus.
    const { activeElement = null } = this.shadowRoot ?? {};
    this.#focusedElement = this.main?.contains(activeElement) ? activeElement : null;
    this.#wasInNotes = this.#focusedElement?.shadowRoot?.activeElement?.localName === 'textarea';
    this.setStates(Object.fromEntries(views.map((each) => [each, each === this.#view.value])));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const view = this.agentHost && this.#view.value;
    if (view !== this.#renderedView && this.#focusedElement) void this.#restoreFocus(this.#focusedElement);
    if (view && view !== this.#renderedView) preloadAfter(view);
    this.#renderedView = view;
  }

  /**
   * Keeps the focus in the main zone when the render removed the element that had it, or that element its button. An
   * agent who was writing notes goes on in those of the wrap-up. Otherwise the zone itself gets the focus: on a button,
   * the key that the agent is about to press would run a command.
   */
  async #restoreFocus(focused: Element): Promise<void> {
    if (focused.isConnected && focused instanceof SobotElement) await focused.updateComplete;
    const { activeElement, body } = this.ownerDocument;
    if (activeElement && activeElement !== body) return; // it is not lost
    this.main?.focus({ preventScroll: true });
    const wrapUp = this.#wasInNotes ? this.main?.querySelector('sobot-wrap-up') : null;
    await wrapUp?.updateComplete;
    wrapUp?.focus();
  }

  /**
   * Whether to warn before a call comes that it would be silent. `<sobot-incoming-call>` warns
   * while one rings.
   */
  get #isSoundNoticeNeeded(): boolean {
    const isReady = !!this.agentHost?.session && this.#phase.value === 'ready';
    return isReady && this.#view.value !== 'incoming' && !this.#tools.isPreflightOpen;
  }

  /**
   * Starts the session. An error needs no handling here: `sobot-error` reports it, and the state
   * shows it.
   */
  readonly #handleStart = (): void => void this.agentHost?.start().catch(() => undefined);

  /**
   * Logs in here again. An error of the start is in the state; an error of the login belongs beside
   * the button.
   */
  readonly #handleTakeOver = (): void =>
    void this.agentHost?.takeOver().catch((error: unknown) => {
      if (error instanceof SobotError && error.command === 'login') this.failure = { command: 'login', error };
    });

  /**
   * Renders the header. The status is in every view of a session, because its menu has the reset to
   * offline.
   */
  #renderHeader(): TemplateResult {
    const hasStatus = this.#features.has('status') && this.#phase.value === 'ready';
    const hasNetwork = this.#features.has('network') && this.#isCallConnected.value;
    return html`<header part="header">
      ${hasStatus ? html`<sobot-status part="status"></sobot-status>` : html`<h2>${this.t('softphone.phone')}</h2>`}
      <span class="space"></span>
      ${hasNetwork ? html`<sobot-network-quality compact part="network"></sobot-network-quality>` : nothing}
      <slot name="header"></slot>
    </header>`;
  }

  /**
   * Renders the main zone. It can have the focus by script (`tabindex="-1"`) and is no tab stop.
   */
  #renderMain(): TemplateResult {
    const content = renderMainZone({
      t: this.t,
      view: this.#view.value,
      isWaiting: this.#isWaiting.value,
      features: this.#features,
      errorMessage: this.#error.value?.message ?? '',
      dispositions: this.dispositions,
      onStart: this.#handleStart,
      onTakeOver: this.#handleTakeOver,
    });
    return html`<div class="main" part="main" tabindex="-1">${content}</div>`;
  }

  /** Renders the notices. A problem that the main zone has as its message is not repeated. */
  #renderNotices(): TemplateResult {
    const phase = this.#phase.value;
    return this.#notices.render({
      t: this.t,
      connection: this.#connection.value,
      isDisplaced: phase === 'displaced' && this.#view.value !== 'displaced',
      isReachable: this.#isReachable.value,
      errorMessage: (phase === 'ready' && this.#error.value?.message) || '',
      loginFailure: this.renderFailure('login'),
      onTakeOver: this.#handleTakeOver,
      onStart: this.#handleStart,
    });
  }

  /**
   * Renders the footer. The tag of a sandbox is text, so that no agent takes its calls for real
   * ones.
   */
  #renderFooter(isSandbox: boolean): TemplateResult {
    return html`<footer part="footer">
      <span class="agent">${this.#agentText.value}</span><slot name="footer"></slot>
      ${isSandbox ? html`<span class="tag sandbox" part="sandbox">${this.t('softphone.sandbox')}</span>` : nothing}
    </footer>`;
  }

  /**
   * Renders the live region first, outside of the card. It gets name or number as the page allows
   * them to be shown, because a screen reader may be overheard, too.
   */
  protected override renderConnected(agentHost: AgentHost): TemplateResult {
    const announcement = liveAnnouncement(this.t, agentHost, (call) => {
      const { name, number } = this.maskParty(call);
      return name || number;
    });
    return html`<div class="sr" role="status">${announcement}</div>
      <section class="card ${this.layout}" part="card" aria-label=${this.t('softphone.phone')}>
        ${this.#renderHeader()} ${this.#renderMain()} ${this.#tools.render(this.t, this.#features, this.#view.value)}
        ${this.#renderNotices()} ${this.#renderFooter(agentHost.sandbox)}
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-softphone': SobotSoftphone;
  }
}
