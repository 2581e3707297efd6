/**
 * The element `<sobot-preflight>`. Checks, texts and settings are a panel, which is loaded when the first element is
 * connected: a page that registers all elements and shows this one seldom loads little.
 */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { SoundNotice } from '../../src/ui/audio/index.js';
import { preflightMessages } from './messages.js';
import type { PreflightPanel } from './panel.js';
import type { PreflightCheck, PreflightResult } from './result.js';
import { preflightStyles } from './styles.js';

export type { PreflightCheck, PreflightResult };

/**
 * Each check that fails says what is missing and its remedy, in words for the IT department. A level meter and a test tone
 * show what no check can find out. The agent also sets here how calls ring in this browser: volume, device, desktop
 * notification. The element works without an agent element too. The browser asks for the microphone only when the agent
 * runs the checks.
 *
 * @summary Checks connection, browser, microphone, sound and script before the first call, and sets how calls ring.
 *
 * @element sobot-preflight
 *
 * @csspart panel - The checks.
 * @csspart summary - The result in one line.
 * @csspart checks - The list of checks.
 * @csspart check - Each check; its status is a part too.
 * @csspart ok - A check without a problem.
 * @csspart warning - A check with a warning.
 * @csspart failed - A check that has failed.
 * @csspart open - A check that was not made yet.
 * @csspart check-name - The name of a check.
 * @csspart message - The finding of a check.
 * @csspart remedy - The remedy of a problem.
 * @csspart button - Every button.
 * @csspart run - The button Run checks.
 * @csspart test-speaker - The button Test speaker.
 * @csspart copy - The button Copy.
 * @csspart text - The result as text, where the browser refuses to copy it.
 * @csspart heard - The button that confirms the test tone.
 * @csspart unheard - The button that denies it.
 * @csspart level - The level of the microphone, a meter.
 * @csspart settings - The settings of the ringtone.
 * @csspart volume - The volume of the ringtone.
 * @csspart device - The device that calls ring on.
 * @csspart choose-speaker - The button that asks for a speaker, in browsers that ask for each.
 * @csspart notify - The checkbox of desktop notifications.
 * @csspart blocked - The notice that a call would not be heard.
 * @csspart allow-sound - The button that allows the page to play sound.
 * @csspart notice - The text of a notice.
 * @csspart icon - Every icon.
 * @cssState ok - The checks were run, and none has failed.
 * @cssState failed - The checks were run, and at least one has failed.
 * @fires {CustomEvent<PreflightResult>} sobot-preflight-result - The checks were run, or the agent has confirmed or denied the test tone.
 */
export class SobotPreflight extends SobotElement<typeof preflightMessages> {
  static override readonly tag = 'sobot-preflight';
  static override readonly messages = preflightMessages;
  static override readonly styles = preflightStyles;

  /** Phase and error of the session decide about the check of the script. */
  readonly #phase = this.select(({ phase, error }) => error ?? phase);
  readonly #soundNotice = new SoundNotice(this, () => true);
  /** The value of `#phase` at the last passive check. */
  #checkedPhase: unknown;
  #result: PreflightResult | null = null;
  /** The request of the panel; null after it has failed, so that it is tried again. */
  #loading: Promise<PreflightPanel> | null = null;

  @state() private panel: PreflightPanel | null = null;
  @state() private hasLoadFailed = false;

  /** The last result; null until the checks were run. It holds nothing secret. */
  get result(): PreflightResult | null {
    return this.#result;
  }

  /**
   * Runs the checks, as the button does. The browser may ask for the microphone, so call it from a click of the agent.
   * @throws Error the checks could not be loaded
   */
  async check(): Promise<PreflightResult> {
    const panel = await this.#load();
    return panel.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load().catch((cause: unknown) => {
      console.error(cause);
      this.hasLoadFailed = true;
    });
  }

  protected override willUpdate(): void {
    if (this.#phase.value === this.#checkedPhase) return;
    this.#checkedPhase = this.#phase.value;
    this.panel?.checkPassively();
  }

  #load(): Promise<PreflightPanel> {
    return (this.#loading ??= import('./panel.js').then(
      ({ PreflightPanel: Panel }) => {
        this.hasLoadFailed = false;
        return (this.panel = new Panel({
          element: this,
          agentHost: () => this.agentHost,
          onResult: (result) => this.#publishResult(result),
        }));
      },
      (cause: unknown) => {
        this.#loading = null;
        throw cause;
      },
    ));
  }

  /** Publishes a result as property, states and event. */
  #publishResult(result: PreflightResult): void {
    this.#result = result;
    this.setStates({ ok: result.ok, failed: !result.ok });
    this.dispatchEvent(new CustomEvent('sobot-preflight-result', { detail: result, bubbles: true, composed: true }));
  }

  /** Renders without an agent element too, which other elements do not. */
  protected override render(): TemplateResult | typeof nothing | typeof noChange {
    return this.isConnected ? this.renderConnected() : noChange;
  }

  protected override renderConnected(): TemplateResult | typeof nothing {
    if (this.panel) return html`${this.panel.render()}${this.#soundNotice.render(this.t)}`;
    return this.hasLoadFailed
      ? html`<p class="notice bad" part="notice">${circleAlert}${this.t('preflight.notLoaded')}</p>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sobot-preflight': SobotPreflight;
  }
  interface GlobalEventHandlersEventMap {
    'sobot-preflight-result': CustomEvent<PreflightResult>;
  }
}
