import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { actionButton } from '../../src/ui/components/button.js';
import { check, circleAlert, ellipsis, x } from '../../src/ui/components/icons.js';
import { Localizer, type Translate } from '../../src/ui/i18n/index.js';
import type { Phone } from '../../src/ui/base/agent-host.js';
import { sound } from '../../src/ui/audio/sound.js';
import { preflightPanelMessages } from './panel-messages.js';
import { thisBrowser } from './browser.js';
import { checks, type Circumstances } from './checks.js';
import { Copying } from './clipboard-copy.js';
import { Level } from './level.js';
import { describe, report } from './report.js';
import { checkNames, open, type CheckName, type Outcome, type PreflightResult } from './result.js';
import { Settings } from './settings.js';

export interface PanelHost {
  readonly element: ReactiveControllerHost & Element;
  phone(): Phone | null;
  /** Something new was found by somebody's wish. */
  tell(result: PreflightResult): void;
}

const icons = { ok: check, warning: circleAlert, failed: x, open: ellipsis } as const;

/** What `<sobot-preflight>` draws and does. It and its words are loaded when the first one appears in a page. */
export class Panel implements ReactiveController {
  readonly t: Translate<typeof preflightPanelMessages>;
  readonly #browser = thisBrowser();
  readonly #settings: Settings;
  readonly #copying: Copying;
  readonly #meter = createRef<HTMLMeterElement>();
  readonly #found: Record<CheckName, Outcome> = {
    context: open,
    browser: open,
    microphone: open,
    sound: open,
    speaker: open,
    sdk: open,
  };
  #running = false;
  /** Counts the runs: what was looked at before the last one is no news. */
  #turn = 0;
  /** Somebody has run the checks. */
  #ran = false;
  #wasBlocked = false;
  #heard: boolean | null = null;
  #speakerRefused = false;
  #asksIfHeard = false;
  #level: Level | null = null;
  #hush: () => void = () => {};
  #unwatch: (() => void) | undefined;

  constructor(private readonly host: PanelHost) {
    const { element } = host;
    this.t = new Localizer(element, preflightPanelMessages).translate;
    this.#settings = new Settings({
      browser: this.#browser,
      refresh: () => this.#refresh(),
      speakerAsked: (allowed) => {
        this.#speakerRefused = !allowed;
        void this.#again('speaker');
      },
    });
    this.#copying = new Copying(() => this.#refresh());
    element.addController(this);
    element.addController(this.#settings);
  }

  hostConnected(): void {
    this.#unwatch = sound.watch(() => {
      this.#wasBlocked ||= sound.state === 'blocked';
      void this.#again('sound');
    });
    this.#wasBlocked = sound.state === 'blocked';
    this.look();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#hush();
    this.#level?.stop();
  }

  get result(): PreflightResult {
    return report(this.#found, this.#browser, this.t);
  }

  /** Looks at what disturbs nobody, until somebody has run the checks: their result stays. */
  look(): void {
    if (!this.#ran) void this.#checkAll(false);
  }

  /** Checks everything, and asks for the microphone if it has to. */
  async run(): Promise<PreflightResult> {
    this.#ran = this.#running = true;
    this.#turn += 1;
    this.#level?.stop();
    this.#copying.clear();
    await this.#checkAll(true);
    this.#running = false;
    this.#settings.look();
    return this.#tell();
  }

  async #checkAll(asked: boolean): Promise<void> {
    await Promise.all(checkNames.map((name) => this.#check(name, asked)));
  }

  async #check(name: CheckName, asked: boolean): Promise<void> {
    const turn = this.#turn;
    const outcome = await checks[name](this.#circumstances(asked));
    if (turn === this.#turn) this.#found[name] = outcome;
    this.#refresh();
  }

  /** One of them anew, by what has become known. */
  async #again(name: CheckName): Promise<void> {
    await this.#check(name, false);
    if (this.#ran && !this.#running) this.#tell();
  }

  #circumstances(asked: boolean): Circumstances {
    return {
      asked,
      browser: this.#browser,
      phone: this.host.phone(),
      wasBlocked: this.#wasBlocked,
      heard: this.#heard,
      speakerRefused: this.#speakerRefused,
      listen: (stream) => this.#listen(stream),
    };
  }

  #listen(stream: MediaStream): Promise<boolean | null> {
    const level = new Level(
      stream,
      () => {
        if (this.#meter.value) this.#meter.value.value = level.value;
      },
      () => {
        if (this.#level === level) this.#level = null;
        this.#refresh();
      },
    );
    this.#level = level;
    this.#refresh();
    return level.heard();
  }

  #test(): void {
    this.#hush();
    this.#hush = sound.play(false);
    this.#asksIfHeard = true;
    this.#refresh();
  }

  #answer(heard: boolean): void {
    this.#heard = heard;
    this.#asksIfHeard = false;
    this.#ran = true;
    void this.#again('speaker');
  }

  #tell(): PreflightResult {
    const { result } = this;
    this.host.tell(result);
    this.#refresh();
    return result;
  }

  #refresh(): void {
    this.host.element.requestUpdate();
  }

  #button(label: string, part: string, look: 'accent' | 'plain', onClick: () => void, busy = false): TemplateResult {
    return actionButton({ label, part, look, onClick, busy });
  }

  #drawCheck(name: CheckName): TemplateResult {
    const found = describe(name, this.#found[name], this.t, this.#browser.origin);
    const { status, message, remedy } = found;
    return html`<li class=${status} part="check ${status}">
      ${icons[status]}
      <div>
        <p><b part="check-name">${this.t(`preflight.check.${name}`)}</b> ${this.t(`preflight.status.${status}`)}</p>
        ${message ? html`<p part="message">${message}</p>` : nothing}
        ${remedy ? html`<p class="hint" part="remedy">${remedy}</p>` : nothing}
      </div>
    </li>`;
  }

  #summary(): string {
    if (this.#running) return this.t('preflight.checking');
    const problems = Object.values(this.#found).filter(({ status }) => status === 'failed').length;
    if (problems > 0) return this.t('preflight.found', problems);
    return this.t(this.#ran ? 'preflight.fine' : 'preflight.ask');
  }

  #drawLevel(): TemplateResult | typeof nothing {
    return this.#level
      ? html`<div class="field">
          <label for="level">${this.t('preflight.level')}</label>
          <meter id="level" part="level" min="0" max="1" ${ref(this.#meter)}></meter>
          <p class="hint">${this.t('preflight.speak')}</p>
        </div>`
      : nothing;
  }

  #drawQuestion(): TemplateResult {
    const { t } = this;
    return html`<div class="failure" role="status">
      ${
        this.#asksIfHeard
          ? html`<p id="heard">${t('preflight.heard')}</p>
              <div class="row" role="group" aria-labelledby="heard">
                ${this.#button(t('preflight.yes'), 'heard', 'plain', () => this.#answer(true))}
                ${this.#button(t('preflight.no'), 'unheard', 'plain', () => this.#answer(false))}
              </div>`
          : nothing
      }
    </div>`;
  }

  draw(): TemplateResult {
    const { t } = this;
    return html`<section class="stack" part="panel" aria-labelledby="title">
        <h3 id="title">${t('preflight.title')}</h3>
        <div class="row">
          ${this.#button(t('preflight.run'), 'run', 'accent', () => void this.run(), this.#running)}
          ${this.#button(t('preflight.test'), 'test-speaker', 'plain', () => this.#test())}
          ${this.#button(t('preflight.copy'), 'copy', 'plain', () => void this.#copying.copy(this.result.text))}
        </div>
        <p role="status" part="summary">${this.#summary()}</p>
        ${this.#drawQuestion()}${this.#copying.draw(t)}${this.#drawLevel()}
        <ul class="stack" part="checks" aria-busy=${this.#running ? 'true' : 'false'}>
          ${checkNames.map((name) => this.#drawCheck(name))}
        </ul>
      </section>
      ${this.#settings.draw(t)}`;
  }
}
