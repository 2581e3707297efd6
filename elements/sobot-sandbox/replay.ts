import { html, nothing, type TemplateResult } from 'lit';
import { circleAlert } from '../../src/ui/icons/index.js';
import type { SandboxPanel } from './panel.js';

const replaySpeeds = [1, 10, 100] as const;

/** A log that is played on the phone. */
export class LogReplay {
  /** Entries that were played, and all of them; null: none is being played. */
  progress: readonly [number, number] | null = null;
  /** The phone shows how a log ended. */
  isFinished = false;
  error = '';
  #speed = 1;
  #abortController: AbortController | null = null;

  constructor(private readonly panel: SandboxPanel) {}

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
  }

  /** Stops where it is. */
  stop(): void {
    this.#abortController?.abort();
  }

  async play(file: File): Promise<void> {
    const { centre, host } = this.panel;
    const controller = (this.#abortController = new AbortController());
    this.isFinished = false;
    this.error = '';
    try {
      const log = await file.text();
      await host.clear();
      await centre.replay(log, {
        speed: this.#speed,
        signal: controller.signal,
        command: (name, params) => host.send(name, params),
        progress: (played, all) => this.#setProgress([played, all]),
      });
    } catch (cause) {
      if (!controller.signal.aborted) this.error = cause instanceof Error ? cause.message : String(cause);
    }
    this.isFinished = this.progress !== null;
    this.#setProgress(null);
  }

  /** Back to the call centre as it is. */
  async exit(): Promise<void> {
    this.isFinished = false;
    this.panel.refresh();
    await this.panel.host.restart();
  }

  #setProgress(progress: LogReplay['progress']): void {
    this.progress = progress;
    this.panel.refresh();
  }
}

/** A diagnostics file of `<sobot-event-log>`, seen again. */
export function renderReplay(panel: SandboxPanel): TemplateResult {
  const { replay, t } = panel;
  const { progress, isFinished, error, speed } = replay;
  const handleFileChange = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void replay.play(file);
    input.value = ''; // the same file may be wanted again
  };
  return html`<fieldset part="replay">
    <legend>${t('sandbox.replay')}</legend>
    <div class="stack">
      <p class="hint">${t('sandbox.replay.about')}</p>
      ${
        progress
          ? html`<p>${t('sandbox.replay.progress', ...progress)}</p>
              ${panel.renderButton(t('sandbox.replay.stop'), 'stop-replay', () => replay.stop())}`
          : html`<label class="field">
                ${t('sandbox.replay.speed')}
                <select
                  @change=${(event: Event) => {
                    replay.speed = replaySpeeds[(event.target as HTMLSelectElement).selectedIndex] ?? 1;
                  }}
                >
                  ${replaySpeeds.map(
                    (each) => html`<option ?selected=${each === speed}>${t('sandbox.replay.times', each)}</option>`,
                  )}
                </select>
              </label>
              <label class="button plain choose" part="button replay-log">
                <input class="sr" type="file" accept=".json,application/json" @change=${handleFileChange} />
                <span class="label">${t('sandbox.replay.choose')}</span>
              </label>`
      }
      <div role="status" class="failure">
        ${error ? html`<p class="notice bad" part="error">${circleAlert}<span>${error}</span></p>` : nothing}
        ${isFinished ? html`<p class="notice">${t('sandbox.replay.over')}</p>` : nothing}
      </div>
      ${isFinished ? panel.renderButton(t('sandbox.replay.leave'), 'leave-replay', () => void replay.exit()) : nothing}
    </div>
  </fieldset>`;
}
