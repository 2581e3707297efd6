import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { SobotError } from '../../src/sdk/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import type { AgentState } from '../../src/state/index.js';
import { type AgentHost, SobotElement } from '../../src/ui/base/index.js';
import { circleAlert, loaderCircle, plug } from '../../src/ui/icons/index.js';
import { liveText } from '../../src/ui/directives/index.js';
import { SoundNotice } from '../../src/ui/audio/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { softphoneMessages } from './messages.js';
import { barStyles } from './bar-styles.js';
import { softphoneStyles } from './styles.js';
import { toolStyles } from './tool-styles.js';
import { Tools } from './tools.js';
import { stateText } from './announcement.js';
import { parseFeatures, viewOf, type Feature, type SoftphoneView } from './view.js';
import { SobotCallControls } from '../sobot-call-controls/sobot-call-controls.js';
import { SobotCallInfo } from '../sobot-call-info/sobot-call-info.js';
import { SobotDialer } from '../sobot-dialer/sobot-dialer.js';
import { SobotIncomingCall } from '../sobot-incoming-call/sobot-incoming-call.js';
import { SobotLogin } from '../sobot-login/sobot-login.js';
import { SobotNetworkQuality } from '../sobot-network-quality/sobot-network-quality.js';
import { SobotStatus } from '../sobot-status/sobot-status.js';
import { SobotWrapUp } from '../sobot-wrap-up/sobot-wrap-up.js';

const CALL_ACTIONS = 'answer mute hold keypad transfer consult survey';

/**
 * For most pages the only child of `<sobot-agent>`.
 *
 * @summary The whole phone in one element: status on top, the one thing that matters now in the middle, the rest below.
 * @element sobot-softphone
 * @slot header - Further content of the status line.
 * @slot footer - Further content of the last line.
 * @csspart card - The whole.
 * @csspart header - The status line.
 * @csspart main - The zone in the middle.
 * @csspart footer - The last line.
 * @csspart sandbox - The tag that says that it is a sandbox.
 * @csspart status - The `<sobot-status>` in it.
 * @csspart network - The meter of the voice connection in the header.
 * @csspart network-warnings - What is wrong with a bad connection, below the buttons of a call.
 * @csspart login - The `<sobot-login>` in it.
 * @csspart dialer - The `<sobot-dialer>` in it.
 * @csspart tools - The row of tools at its foot.
 * @csspart tool - What a tool has opened.
 * @csspart tool-queues - The button of `<sobot-queues>`.
 * @csspart tool-directory - The button of `<sobot-directory>`.
 * @csspart tool-routes - The button of `<sobot-routes>`.
 * @csspart tool-log - The button of `<sobot-call-log>`.
 * @csspart tool-supervisor - The button of `<sobot-supervisor>`.
 * @csspart tool-sound - The button of `<sobot-preflight>`.
 * @csspart missed - How many missed calls wait, on the button of the log.
 * @csspart queues - The `<sobot-queues>` in it.
 * @csspart directory - The `<sobot-directory>` in it.
 * @csspart call-log - The `<sobot-call-log>` in it.
 * @csspart supervisor - The `<sobot-supervisor>` in it.
 * @csspart preflight - The `<sobot-preflight>` in it.
 * @csspart routes - The `<sobot-routes>` in it.
 * @csspart incoming-call - The `<sobot-incoming-call>` in it.
 * @csspart call-info - The `<sobot-call-info>` in it.
 * @csspart call-controls - The `<sobot-call-controls>` in it.
 * @csspart wrap-up - The `<sobot-wrap-up>` in it.
 * @csspart button - Every button of its own.
 * @csspart start - The button that starts the phone, or starts it again.
 * @csspart take-over - The button that takes the phone back from another end.
 * @csspart blocked - The notice that a call would not be heard.
 * @csspart allow-sound - The button that lets the page sound.
 * @csspart error - What went wrong.
 * @csspart notice - A notice.
 * @csspart icon - Every icon.
 * @cssprop --sobot-softphone-width - The greatest width of the panel, 360px.
 * @cssprop --sobot-softphone-z-index - Where `layout="floating"` lies, 1000.
 * @cssState idle - The phone is off.
 * @cssState loading - It is being connected.
 * @cssState failed - It could not start.
 * @cssState displaced - The agent logged in at another end.
 * @cssState login - The agent is logged out.
 * @cssState dialer - The agent can dial.
 * @cssState incoming - A call rings.
 * @cssState call - There is a call.
 * @cssState wrap-up - There is after-call work.
 */
export class SobotSoftphone extends SobotElement<typeof softphoneMessages> {
  static override readonly tag = 'sobot-softphone';
  static override readonly dependencies = [
    SobotCallControls,
    SobotCallInfo,
    SobotDialer,
    SobotIncomingCall,
    SobotLogin,
    SobotNetworkQuality,
    SobotStatus,
    SobotWrapUp,
  ];
  static override readonly messages = softphoneMessages;
  static override readonly styles = [tokenStyles, buttonStyles, textStyles, softphoneStyles, toolStyles, barStyles];

  readonly #view = this.select(viewOf);
  readonly #error = this.select(({ error }) => error);
  readonly #connection = this.select(({ connection }) => connection);
  readonly #phase = this.select(({ phase }) => phase);
  readonly #isReachable = this.select(({ reachable }) => reachable);
  readonly #isCallConnected = this.select(({ call }) => !!call?.connectedAt);
  readonly #agentText = this.select(({ agent }) =>
    agent ? [agent.name, agent.number].filter(Boolean).join(' · ') : '',
  );

  readonly #tools = new Tools(this);
  /** Before a call comes; while one rings, `<sobot-incoming-call>` says it. */
  readonly #soundNotice = new SoundNotice(
    this,
    () =>
      !!this.agentHost?.session &&
      this.#phase.value === 'ready' &&
      this.#view.value !== 'incoming' &&
      !this.#tools.showsSoundNotice,
  );

  /** How it is laid out: a card, a bar over the width of its place, or a card that floats in the corner of the window. */
  @property({ reflect: true }) layout: 'panel' | 'bar' | 'floating' = 'panel';
  /** What it shows: `status` `dialer` `queues` `directory` `routes` `network` `notes` `log` `supervisor`; all but the last two if it is not set. */
  @property() features: string | null = null;
  /** What the outcome of a call may be, for the wrap-up: a list, as an attribute in JSON. */
  @property() dispositions: string | readonly string[] = [];

  #features = parseFeatures(null);
  /** The view that is drawn. */
  #renderedView: SoftphoneView | null = null;
  /** What had the focus in the middle before it is drawn anew. */
  #focusedElement: Element | null = null;
  /** The focus was in the notes. */
  #wasInNotes = false;

  @query('.main') private readonly main!: HTMLElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tools.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('features')) this.#features = parseFeatures(this.features);
    if (this.agentHost && this.#features.has('log')) this.#tools.record(this.agentHost);
    const view = this.#view.value;
    const { activeElement = null } = this.shadowRoot ?? {};
    this.#focusedElement = this.main?.contains(activeElement) ? activeElement : null;
    this.#wasInNotes = this.#focusedElement?.shadowRoot?.activeElement?.localName === 'textarea';
    this.setStates({
      idle: view === 'idle',
      loading: view === 'loading',
      failed: view === 'failed',
      displaced: view === 'displaced',
      login: view === 'login',
      dialer: view === 'dialer',
      incoming: view === 'incoming',
      call: view === 'call',
      'wrap-up': view === 'wrap-up',
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const view = this.agentHost && this.#view.value;
    if (view !== this.#renderedView && this.#focusedElement && !this.#focusedElement.isConnected)
      void this.#restoreFocus();
    this.#renderedView = view;
  }

  /** Who writes notes goes on writing; everybody else stays in the middle, on no button that the next key would press. */
  async #restoreFocus(): Promise<void> {
    this.main?.focus({ preventScroll: true });
    const wrapUp = this.#wasInNotes ? this.main?.querySelector('sobot-wrap-up') : null;
    await wrapUp?.updateComplete;
    wrapUp?.focus();
  }

  /** `sobot-error` tells the page what went wrong; the panel shows it from the state. */
  readonly #handleStart = (): void => void this.agentHost?.start().catch(() => undefined);

  readonly #handleTakeOver = (): void =>
    void this.agentHost?.takeOver().catch((error: unknown) => {
      // What failed in the start is in the state.
      if (error instanceof SobotError && error.command === 'login') this.failure = { command: 'login', error };
    });

  #renderMessage(
    icon: TemplateResult,
    title: string,
    text: string,
    action: TemplateResult | typeof nothing,
  ): TemplateResult {
    return html`<div class="center">
      ${icon}
      <h3>${title}</h3>
      ${text ? html`<p>${text}</p>` : nothing} ${action}
    </div>`;
  }

  #renderCall(features: ReadonlySet<Feature>): TemplateResult {
    const actions = `${CALL_ACTIONS} ${features.has('notes') ? 'notes ' : ''}hangup`;
    return html`<sobot-call-info no-announce part="call-info"></sobot-call-info>
      <sobot-call-controls actions=${actions} part="call-controls"></sobot-call-controls>
      ${features.has('network') ? html`<sobot-network-quality warnings-only class="warnings" part="network-warnings"></sobot-network-quality>` : nothing}`;
  }

  #renderDialer(features: ReadonlySet<Feature>): TemplateResult | typeof nothing {
    return features.has('dialer') ? html`<sobot-dialer part="dialer"></sobot-dialer>` : nothing;
  }

  #renderMain(features: ReadonlySet<Feature>): unknown {
    switch (this.#view.value) {
      case 'idle':
        return this.#renderMessage(
          plug,
          this.t('softphone.idle'),
          '',
          actionButton({
            label: this.t('softphone.start'),
            part: 'start',
            variant: 'accent',
            onClick: this.#handleStart,
          }),
        );
      case 'loading':
        return this.#renderMessage(
          html`<span class="spin">${loaderCircle}</span>`,
          this.t('softphone.loading'),
          '',
          nothing,
        );
      case 'failed':
        return this.#renderMessage(
          circleAlert,
          this.t('softphone.failed'),
          this.#error.value?.message ?? '',
          actionButton({ label: this.t('base.tryAgain'), part: 'start', variant: 'plain', onClick: this.#handleStart }),
        );
      case 'displaced':
        return this.#renderMessage(
          plug,
          this.t('softphone.displaced'),
          this.t('softphone.displacedText'),
          this.#renderTakeOver('accent'),
        );
      case 'login':
        return html`<sobot-login part="login"></sobot-login>`;
      case 'dialer':
        return this.#renderDialer(features);
      case 'incoming':
        return html`<sobot-incoming-call part="incoming-call"></sobot-incoming-call>`;
      case 'call':
        return this.#renderCall(features);
      case 'wrap-up':
        return html`<sobot-wrap-up part="wrap-up" .dispositions=${this.dispositions}></sobot-wrap-up>`;
    }
  }

  #renderTakeOver(variant: 'accent' | 'plain'): TemplateResult {
    return actionButton({
      label: this.t('softphone.takeOver'),
      hint: this.t('softphone.takeOverHint'),
      part: 'take-over',
      variant,
      onClick: this.#handleTakeOver,
    });
  }

  /** The status is there whatever it is: its menu holds the way out of every state. */
  #renderHeader(features: ReadonlySet<Feature>): TemplateResult {
    return html`<header part="header">
      ${
        features.has('status') && this.#phase.value === 'ready'
          ? html`<sobot-status part="status"></sobot-status>`
          : html`<h2>${this.t('softphone.phone')}</h2>`
      }
      <span class="space"></span>
      ${
        features.has('network') && this.#isCallConnected.value
          ? html`<sobot-network-quality compact part="network"></sobot-network-quality>`
          : nothing
      }
      <slot name="header"></slot>
    </header>`;
  }

  /** What goes on beside the one thing; below it, so that no button moves. The live region says it. */
  #renderNotices(): TemplateResult {
    const phase = this.#phase.value;
    const connection = this.#connection.value;
    const error = phase === 'ready' ? this.#error.value : null;
    const isDisplaced = phase === 'displaced' && this.#view.value !== 'displaced';
    const lostConnection = connection === 'offline' || connection === 'reconnecting' ? connection : null;
    return html`<div class="notices">
      ${
        isDisplaced
          ? html`<div class="notice" part="notice">${circleAlert}<span>${this.t('softphone.displaced')}</span></div>
              ${this.#renderTakeOver('plain')}`
          : nothing
      }
      ${lostConnection ? html`<p class="notice" part="notice">${circleAlert}${this.t(`softphone.${lostConnection}`)}</p>` : nothing}
      ${this.#isReachable.value ? nothing : html`<p class="notice bad" part="notice">${circleAlert}<span>${this.t('softphone.unreachable')}</span></p>`}
      ${error ? html`<p class="notice bad" part="notice">${circleAlert}<span>${error.message}</span></p>` : nothing}
      ${this.#soundNotice.render(this.t)} ${this.renderFailure('login')}
    </div>`;
  }

  protected override renderConnected(agentHost: AgentHost): TemplateResult {
    const features = this.#features;
    const describeState = (state: AgentState): string =>
      stateText(this.t, state, ({ name, number }) => this.maskText(name ?? '') || this.maskNumber(number));
    return html`<div class="sr" role="status">${liveText(agentHost, describeState)}</div>
      <section class="card ${this.layout}" part="card" aria-label=${this.t('softphone.phone')}>
        ${this.#renderHeader(features)}
        <div class="main" part="main" tabindex="-1">${this.#renderMain(features)}</div>
        ${this.#tools.render(this.t, features, this.#view.value)} ${this.#renderNotices()}
        <footer part="footer">
          <span class="agent">${this.#agentText.value}</span><slot name="footer"></slot>
          ${agentHost.sandbox ? html`<span class="tag sandbox" part="sandbox">${this.t('softphone.sandbox')}</span>` : nothing}
        </footer>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-softphone': SobotSoftphone;
  }
}
