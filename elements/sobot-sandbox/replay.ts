/**
 * The section that replays a diagnostics file of `<sobot-event-log>`: a developer can examine a
 * fault that an agent has reported, as often as needed.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { circleAlert } from '../../src/ui/icons/index.js';
import { plainButton, renderChoice } from './form-controls.js';
import type { PanelContext } from './panel-context.js';

/** Factors by which a replay is faster than the recorded session. */
const replaySpeeds = [1, 10, 100] as const;
type ReplaySpeed = (typeof replaySpeeds)[number];

/** The number of entries that were played, and that of all entries. */
type ReplayProgress = readonly [played: number, total: number];

/**
 * Plays a file and shows how far it is. After the last entry the agent elements keep the recorded
 * state, so that it can be examined, until the agent leaves the replay.
 */
export class ReplaySection {
  /** The factor of the next replay. A running one keeps its own. */
  #speed: ReplaySpeed = 1;
  /** Null while no file is played. */
  #progress: ReplayProgress | null = null;
  /** Whether the elements still show the state at the end of a replay. */
  #isFinished = false;
  /** The message of the last error; empty: none. */
  #error = '';
  /** Stops the replay; null before the first one. */
  #abortController: AbortController | null = null;

  constructor(private readonly context: PanelContext) {}

  /**
   * Whether entries are played. The call centre answers nothing else meanwhile, so the panel hides
   * its controls.
   */
  get isPlaying(): boolean {
    return this.#progress !== null;
  }

  /** Stops the replay at its current entry. */
  stop(): void {
    this.#abortController?.abort();
  }

  /**
   * Plays a file. The error of a file that can't be read or is not a log is shown; an abort by the
   * agent is none.
   */
  async #play(file: File): Promise<void> {
    const { centre, host } = this.context;
    const { signal } = (this.#abortController = new AbortController());
    this.#isFinished = false;
    this.#error = '';
    try {
      const log = await file.text();
      await host.resetAgent();
      await centre.replay(log, {
        speed: this.#speed,
        signal,
        command: (name, params) => host.sendRecorded(name, params),
        progress: (played, total) => this.#setProgress([played, total]),
      });
    } catch (cause) {
      // The message of the error says what is wrong with the file, and what to do.
      if (!signal.aborted) this.#error = cause instanceof Error ? cause.message : String(cause);
    }
    this.#isFinished = this.#progress !== null;
    this.#setProgress(null);
  }

  /** Returns from the recorded state to that of the call centre. */
  async #leave(): Promise<void> {
    this.#isFinished = false;
    this.context.refresh();
    await this.context.host.restart();
  }

  /** Sets the progress and renders it; null: no file is played. */
  #setProgress(progress: ReplayProgress | null): void {
    this.#progress = progress;
    this.context.refresh();
  }

  /** Starts the replay as soon as a file is selected. */
  readonly #handleFileChange = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void this.#play(file);
    input.value = ''; // Selecting the same file again is a change too.
  };

  /** Renders the controls, or the progress of a running replay. */
  render(): TemplateResult {
    const { t } = this.context;
    return html`<fieldset part="replay">
      <legend>${t('sandbox.replay')}</legend>
      <div class="stack">
        <p class="hint">${t('sandbox.replay.about')}</p>
        ${this.#progress ? this.#renderProgress(this.#progress) : this.#renderControls()}
        <div role="status" class="failure">
          ${this.#error ? html`<p class="notice bad" part="error">${circleAlert}<span>${this.#error}</span></p>` : nothing}
          ${this.#isFinished ? html`<p class="notice">${t('sandbox.replay.over')}</p>` : nothing}
        </div>
        ${this.#isFinished ? plainButton(t('sandbox.replay.leave'), 'leave-replay', () => void this.#leave()) : nothing}
      </div>
    </fieldset>`;
  }

  /** Renders the progress with the only thing to do meanwhile: stop. */
  #renderProgress(progress: ReplayProgress): TemplateResult {
    const { t } = this.context;
    return html`<p>${t('sandbox.replay.progress', ...progress)}</p>
      ${plainButton(t('sandbox.replay.stop'), 'stop-replay', () => this.stop())}`;
  }

  /**
   * Renders the speed and the file field. The field is visually hidden in its label, which looks
   * like a button and is the name of the field. The keyboard reaches the field itself.
   */
  #renderControls(): TemplateResult {
    const { t } = this.context;
    const speed = renderChoice({
      label: t('sandbox.replay.speed'),
      values: replaySpeeds,
      current: this.#speed,
      labelOf: (factor) => t('sandbox.replay.times', factor),
      onSelect: (factor) => (this.#speed = factor),
    });
    return html`${speed}
      <label class="button plain choose" part="button replay-log">
        <input class="sr" type="file" accept=".json,application/json" @change=${this.#handleFileChange} />
        <span class="label">${t('sandbox.replay.choose')}</span>
      </label>`;
  }
}
