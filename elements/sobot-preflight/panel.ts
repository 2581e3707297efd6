/**
 * The panel of `<sobot-preflight>`: it runs the checks, renders their outcomes, and connects meter,
 * test tone, copy and settings. It is loaded on demand.
 */
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

/** The parts of the element that the panel uses. */
export interface PreflightPanelHost {
  readonly element: ReactiveControllerHost & Element;
  /** Null: there is no agent element. */
  agentHost(): AgentHost | null;
  /** Called with each result after the agent has run the checks. */
  onResult(result: PreflightResult): void;
}

/**
 * The icons differ in shape, so that a status is seen without its colour. They are decoration: the
 * row has the status in words.
 */
const statusIcons = { ok: check, warning: circleAlert, failed: x, open: ellipsis } as const;

/** A controller of its element, which renders it. */
export class PreflightPanel implements ReactiveController {
  /** Texts of the panel. The element has its own few, because it is there before the panel. */
  readonly t: Translate<typeof preflightPanelMessages>;
  readonly #browser = currentBrowser();
  readonly #settings: RingtoneSettings;
  readonly #clipboardCopy: ClipboardCopy;
  /** The meter in the page, which a reading is written to. */
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
  /** The number of the last run. An outcome of an earlier one is ignored. */
  #runNumber = 0;
  /** The agent has run the checks, or answered about the test tone. */
  #hasRun = false;
  /** The browser blocked the sound at some time: it may do so again after the next reload. */
  #wasBlocked = false;
  /** The answer of the agent about the test tone; null until there is one. */
  #isToneHeard: boolean | null = null;
  /** The agent has refused the permission of a speaker. */
  #speakerRefused = false;
  /** The question about the test tone is shown. */
  #isAskingIfHeard = false;
  /** The meter while the microphone is open; null otherwise. */
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

  /** Follows the sound, which a click of the agent can unlock at any time. */
  hostConnected(): void {
    this.#unsubscribe = soundPlayer.subscribe(() => {
      this.#wasBlocked ||= soundPlayer.state === 'blocked';
      void this.#recheck('sound');
    });
    this.#wasBlocked = soundPlayer.state === 'blocked';
    this.checkPassively();
  }

  /** Closes the microphone too, or the recording sign of the browser would stay. */
  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#stopTone();
    this.#levelMeter?.stop();
  }

  /** The result of the outcomes so far, in the present language. */
  get result(): PreflightResult {
    return createReport(this.#outcomes, this.#browser, this.t);
  }

  /**
   * Runs the passive checks. After a run of the agent it does nothing, so that the result stays.
   */
  checkPassively(): void {
    if (!this.#hasRun) void this.#checkAll(false);
  }

  /** Runs all checks. The browser may ask for the microphone. */
  async run(): Promise<PreflightResult> {
    this.#hasRun = this.#isRunning = true;
    this.#runNumber += 1;
    this.#levelMeter?.stop();
    this.#clipboardCopy.clear();
    await this.#checkAll(true);
    this.#isRunning = false;
    // The browser names the speakers only after it has allowed the microphone.
    this.#settings.updateSpeakers();
    return this.#publishResult();
  }

  async #checkAll(isInteractive: boolean): Promise<void> {
    await Promise.all(checkNames.map((name) => this.#check(name, isInteractive)));
  }

  /** Runs one check and renders its outcome at once: the request of the script may take seconds. */
  async #check(name: CheckName, isInteractive: boolean): Promise<void> {
    const runNumber = this.#runNumber;
    const outcome = await checks[name](this.#checkInput(isInteractive));
    if (runNumber === this.#runNumber) this.#outcomes[name] = outcome;
    this.#refresh();
  }

  /** Repeats one passive check after a fact of it has changed. */
  async #recheck(name: CheckName): Promise<void> {
    await this.#check(name, false);
    if (this.#hasRun && !this.#isRunning) this.#publishResult();
  }

  /** Collects the facts for the checks, which are functions without a state. */
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

  /**
   * Shows the level of the microphone. The meter is written directly: sixteen renders of the
   * element a second would be too many.
   */
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

  /**
   * Plays the ringtone once, at the volume and the device of the settings, and asks whether it was
   * heard. A tone that plays already stops, so that a second click is heard as such.
   */
  #playTestTone(): void {
    this.#stopTone();
    this.#stopTone = soundPlayer.play(false);
    this.#isAskingIfHeard = true;
    this.#refresh();
  }

  /** Takes the answer about the test tone, which counts as a run: the result is published. */
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

  #renderButton(label: string, part: string, onClick: () => void): TemplateResult {
    return actionButton({ label, part, variant: 'plain', onClick });
  }

  /** One row: icon, name, status in words, finding and remedy. */
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

  /**
   * Returns the text of the live region: the number of failures, and not their texts, which the
   * list has. Warnings are not counted, because calls work with them.
   */
  #summaryText(): string {
    if (this.#isRunning) return this.t('preflight.checking');
    const problems = Object.values(this.#outcomes).filter(({ status }) => status === 'failed').length;
    if (problems > 0) return this.t('preflight.found', problems);
    return this.t(this.#hasRun ? 'preflight.fine' : 'preflight.ask');
  }

  /**
   * Renders the meter while the microphone is open. The label is its accessible name. It is no live
   * region, because a screen reader would speak at each reading.
   */
  #renderLevel(): TemplateResult | typeof nothing {
    return this.#levelMeter
      ? html`<div class="field">
          <label for="level">${this.t('preflight.level')}</label>
          <meter id="level" part="level" min="0" max="1" ${ref(this.#meter)}></meter>
          <p class="hint">${this.t('preflight.speak')}</p>
        </div>`
      : nothing;
  }

  /**
   * The question about the test tone. A live region, so it is in the page without a question, too.
   * The two buttons are a group that the question names: "Yes" alone would say nothing.
   */
  #renderQuestion(): TemplateResult {
    const { t } = this;
    return html`<div class="failure" role="status">
      ${
        this.#isAskingIfHeard
          ? html`<p id="heard">${t('preflight.heard')}</p>
              <div class="row" role="group" aria-labelledby="heard">
                ${this.#renderButton(t('preflight.yes'), 'heard', () => this.#setToneHeard(true))}
                ${this.#renderButton(t('preflight.no'), 'unheard', () => this.#setToneHeard(false))}
              </div>`
          : nothing
      }
    </div>`;
  }

  /**
   * Renders the panel: buttons first, because the list grows below them. Copy is offered before a
   * run, too: a colleague in the IT department may want the passive findings.
   */
  render(): TemplateResult {
    const { t } = this;
    return html`<section class="stack" part="panel" aria-labelledby="title">
        <h3 id="title">${t('preflight.title')}</h3>
        <div class="row">
          ${actionButton({
            label: t('preflight.run'),
            part: 'run',
            variant: 'accent',
            busy: this.#isRunning,
            onClick: () => void this.run(),
          })}
          ${this.#renderButton(t('preflight.test'), 'test-speaker', () => this.#playTestTone())}
          ${this.#renderButton(t('preflight.copy'), 'copy', () => void this.#clipboardCopy.copy(this.result.text))}
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
