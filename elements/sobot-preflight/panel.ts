import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { actionButton } from '../../src/ui/components/index.js';
import { check, circleAlert, ellipsis, x } from '../../src/ui/icons/index.js';
import { Localizer, type Translate } from '../../src/ui/i18n/index.js';
import type { AgentHost } from '../../src/ui/base/index.js';
import { soundPlayer } from '../../src/ui/audio/index.js';
import { preflightPanelMessages } from './panel-messages.js';
import { currentBrowser } from './browser.js';
import { checks, type CheckInput } from './checks.js';
import { ClipboardCopy } from './clipboard-copy.js';
import { LevelMeter } from './level.js';
import { describeCheck, createReport } from './report.js';
import { checkNames, open, type CheckName, type CheckOutcome, type PreflightResult } from './result.js';
import { RingtoneSettings } from './settings.js';

export interface PreflightPanelHost {
  readonly element: ReactiveControllerHost & Element;
  agentHost(): AgentHost | null;
  /** Something new was found by somebody's wish. */
  onResult(result: PreflightResult): void;
}

const statusIcons = { ok: check, warning: circleAlert, failed: x, open: ellipsis } as const;

/** What `<sobot-preflight>` draws and does. It and its words are loaded when the first one appears in a page. */
export class PreflightPanel implements ReactiveController {
  readonly t: Translate<typeof preflightPanelMessages>;
  readonly #browser = currentBrowser();
  readonly #settings: RingtoneSettings;
  readonly #clipboardCopy: ClipboardCopy;
  readonly #meter = createRef<HTMLMeterElement>();
  readonly #outcomes: Record<CheckName, CheckOutcome> = {
    context: open,
    browser: open,
    microphone: open,
    sound: open,
    speaker: open,
    sdk: open,
  };
  #isRunning = false;
  /** Counts the runs: what was looked at before the last one is no news. */
  #runNumber = 0;
  /** Somebody has run the checks. */
  #hasRun = false;
  #wasBlocked = false;
  #isToneHeard: boolean | null = null;
  #speakerRefused = false;
  #isAskingIfHeard = false;
  #levelMeter: LevelMeter | null = null;
  #stopTone: () => void = () => {};
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly host: PreflightPanelHost) {
    const { element } = host;
    this.t = new Localizer(element, preflightPanelMessages).translate;
    this.#settings = new RingtoneSettings({
      browser: this.#browser,
      refresh: () => this.#refresh(),
      onSpeakerAnswer: (allowed) => {
        this.#speakerRefused = !allowed;
        void this.#recheck('speaker');
      },
    });
    this.#clipboardCopy = new ClipboardCopy(() => this.#refresh());
    element.addController(this);
    element.addController(this.#settings);
  }

  hostConnected(): void {
    this.#unsubscribe = soundPlayer.subscribe(() => {
      this.#wasBlocked ||= soundPlayer.state === 'blocked';
      void this.#recheck('sound');
    });
    this.#wasBlocked = soundPlayer.state === 'blocked';
    this.checkPassively();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#stopTone();
    this.#levelMeter?.stop();
  }

  get result(): PreflightResult {
    return createReport(this.#outcomes, this.#browser, this.t);
  }

  /** Looks at what disturbs nobody, until somebody has run the checks: their result stays. */
  checkPassively(): void {
    if (!this.#hasRun) void this.#checkAll(false);
  }

  /** Checks everything, and asks for the microphone if it has to. */
  async run(): Promise<PreflightResult> {
    this.#hasRun = this.#isRunning = true;
    this.#runNumber += 1;
    this.#levelMeter?.stop();
    this.#clipboardCopy.clear();
    await this.#checkAll(true);
    this.#isRunning = false;
    this.#settings.updateSpeakers();
    return this.#publishResult();
  }

  async #checkAll(isInteractive: boolean): Promise<void> {
    await Promise.all(checkNames.map((name) => this.#check(name, isInteractive)));
  }

  async #check(name: CheckName, isInteractive: boolean): Promise<void> {
    const runNumber = this.#runNumber;
    const outcome = await checks[name](this.#checkInput(isInteractive));
    if (runNumber === this.#runNumber) this.#outcomes[name] = outcome;
    this.#refresh();
  }

  /** One of them anew, by what has become known. */
  async #recheck(name: CheckName): Promise<void> {
    await this.#check(name, false);
    if (this.#hasRun && !this.#isRunning) this.#publishResult();
  }

  #checkInput(isInteractive: boolean): CheckInput {
    return {
      isInteractive,
      browser: this.#browser,
      agentHost: this.host.agentHost(),
      wasBlocked: this.#wasBlocked,
      isToneHeard: this.#isToneHeard,
      isSpeakerRefused: this.#speakerRefused,
      measureLevel: (stream) => this.#measureLevel(stream),
    };
  }

  #measureLevel(stream: MediaStream): Promise<boolean | null> {
    const levelMeter = new LevelMeter(
      stream,
      () => {
        if (this.#meter.value) this.#meter.value.value = levelMeter.value;
      },
      () => {
        if (this.#levelMeter === levelMeter) this.#levelMeter = null;
        this.#refresh();
      },
    );
    this.#levelMeter = levelMeter;
    this.#refresh();
    return levelMeter.hasSound();
  }

  #playTestTone(): void {
    this.#stopTone();
    this.#stopTone = soundPlayer.play(false);
    this.#isAskingIfHeard = true;
    this.#refresh();
  }

  #setToneHeard(isHeard: boolean): void {
    this.#isToneHeard = isHeard;
    this.#isAskingIfHeard = false;
    this.#hasRun = true;
    void this.#recheck('speaker');
  }

  #publishResult(): PreflightResult {
    const { result } = this;
    this.host.onResult(result);
    this.#refresh();
    return result;
  }

  #refresh(): void {
    this.host.element.requestUpdate();
  }

  #renderButton(
    label: string,
    part: string,
    variant: 'accent' | 'plain',
    onClick: () => void,
    busy = false,
  ): TemplateResult {
    return actionButton({ label, part, variant, onClick, busy });
  }

  #renderCheck(name: CheckName): TemplateResult {
    const check = describeCheck(name, this.#outcomes[name], this.t, this.#browser.origin);
    const { status, message, remedy } = check;
    return html`<li class=${status} part="check ${status}">
      ${statusIcons[status]}
      <div>
        <p><b part="check-name">${this.t(`preflight.check.${name}`)}</b> ${this.t(`preflight.status.${status}`)}</p>
        ${message ? html`<p part="message">${message}</p>` : nothing}
        ${remedy ? html`<p class="hint" part="remedy">${remedy}</p>` : nothing}
      </div>
    </li>`;
  }

  #summaryText(): string {
    if (this.#isRunning) return this.t('preflight.checking');
    const problems = Object.values(this.#outcomes).filter(({ status }) => status === 'failed').length;
    if (problems > 0) return this.t('preflight.found', problems);
    return this.t(this.#hasRun ? 'preflight.fine' : 'preflight.ask');
  }

  #renderLevel(): TemplateResult | typeof nothing {
    return this.#levelMeter
      ? html`<div class="field">
          <label for="level">${this.t('preflight.level')}</label>
          <meter id="level" part="level" min="0" max="1" ${ref(this.#meter)}></meter>
          <p class="hint">${this.t('preflight.speak')}</p>
        </div>`
      : nothing;
  }

  #renderQuestion(): TemplateResult {
    const { t } = this;
    return html`<div class="failure" role="status">
      ${
        this.#isAskingIfHeard
          ? html`<p id="heard">${t('preflight.heard')}</p>
              <div class="row" role="group" aria-labelledby="heard">
                ${this.#renderButton(t('preflight.yes'), 'heard', 'plain', () => this.#setToneHeard(true))}
                ${this.#renderButton(t('preflight.no'), 'unheard', 'plain', () => this.#setToneHeard(false))}
              </div>`
          : nothing
      }
    </div>`;
  }

  render(): TemplateResult {
    const { t } = this;
    return html`<section class="stack" part="panel" aria-labelledby="title">
        <h3 id="title">${t('preflight.title')}</h3>
        <div class="row">
          ${this.#renderButton(t('preflight.run'), 'run', 'accent', () => void this.run(), this.#isRunning)}
          ${this.#renderButton(t('preflight.test'), 'test-speaker', 'plain', () => this.#playTestTone())}
          ${this.#renderButton(t('preflight.copy'), 'copy', 'plain', () => void this.#clipboardCopy.copy(this.result.text))}
        </div>
        <p role="status" part="summary">${this.#summaryText()}</p>
        ${this.#renderQuestion()}${this.#clipboardCopy.render(t)}${this.#renderLevel()}
        <ul class="stack" part="checks" aria-busy=${this.#isRunning ? 'true' : 'false'}>
          ${checkNames.map((name) => this.#renderCheck(name))}
        </ul>
      </section>
      ${this.#settings.render(t)}`;
  }
}
