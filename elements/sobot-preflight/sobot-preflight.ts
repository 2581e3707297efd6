import { html, noChange, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SobotElement } from '../../src/ui/base/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { SoundNotice } from '../../src/ui/audio/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { preflightMessages } from './messages.js';
import type { PreflightPanel } from './panel.js';
import type { PreflightResult } from './result.js';
import { preflightStyles } from './styles.js';

export type { PreflightCheck, PreflightResult } from './result.js';

/**
 * Which of the things that a phone in a browser needs is missing, each with its remedy in words for the IT department,
 * a level meter and a test tone; and how this browser rings: volume, device, desktop notification. It works with and
 * without an agent. The microphone is asked for only when somebody runs the checks.
 *
 * @summary Checks connection, browser, microphone, sound and script before the first call, and sets how calls ring.
 *
 * @element sobot-preflight
 *
 * @csspart panel - The checks.
 * @csspart summary - What they say in one line.
 * @csspart checks - The list of checks.
 * @csspart check - One of them; its status is a part too.
 * @csspart ok - A check without a problem.
 * @csspart warning - A check with a warning.
 * @csspart failed - A check that has failed.
 * @csspart open - A check that wasn't made yet.
 * @csspart check-name - What is checked.
 * @csspart message - What was found.
 * @csspart remedy - What to do about it.
 * @csspart button - Every button.
 * @csspart run - The button Run checks.
 * @csspart test-speaker - The button Test speaker.
 * @csspart copy - The button Copy.
 * @csspart text - The result as text, where it has to be copied by hand.
 * @csspart heard - The answer that the test tone was heard.
 * @csspart unheard - The answer that it wasn't.
 * @csspart level - The level of the microphone, a meter.
 * @csspart settings - How calls ring in this browser.
 * @csspart volume - The volume of the ring tone.
 * @csspart device - The device that calls ring on.
 * @csspart choose-speaker - The button that asks for a speaker, in browsers that ask for each.
 * @csspart notify - The choice of desktop notifications.
 * @csspart blocked - The notice that a call would not be heard.
 * @csspart allow-sound - The button that lets the page sound.
 * @csspart notice - A notice.
 * @csspart icon - Every icon.
 * @cssState ok - The checks were run, and nothing has failed.
 * @cssState failed - The checks were run, and something has failed.
 * @fires {CustomEvent<PreflightResult>} sobot-preflight-result - Checks were run, or the person has said whether the test tone was heard.
 */
export class SobotPreflight extends SobotElement<typeof preflightMessages> {
  static override readonly tag = 'sobot-preflight';
  static override readonly messages = preflightMessages;
  static override readonly styles = [tokenStyles, buttonStyles, fieldStyles, textStyles, preflightStyles];

  readonly #phase = this.select(({ phase, error }) => error ?? phase);
  readonly #soundNotice = new SoundNotice(this, () => true);
  #checkedPhase: unknown;
  #result: PreflightResult | null = null;
  #loading: Promise<PreflightPanel> | null = null;

  @state() private panel: PreflightPanel | null = null;
  @state() private hasLoadFailed = false;

  /** What was found last; null until somebody has run the checks. Holds nothing secret. */
  get result(): PreflightResult | null {
    return this.#result;
  }

  /**
   * Runs the checks, as the button does: it may ask for the microphone, so call it only on somebody's wish.
   * @throws Error when the checks could not be loaded
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

  #publishResult(result: PreflightResult): void {
    this.#result = result;
    this.setStates({ ok: result.ok, failed: !result.ok });
    this.dispatchEvent(new CustomEvent('sobot-preflight-result', { detail: result, bubbles: true, composed: true }));
  }

  /** Also without a phone: then the checks are all there is. */
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
