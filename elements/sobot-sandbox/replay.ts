import { html, nothing, type TemplateResult } from 'lit';
import { circleAlert } from '../../src/ui/components/icons.js';
import type { Panel } from './panel.js';

const speeds = [1, 10, 100] as const;

/** A log that is played on the phone. */
export class Replay {
  /** Entries that were played, and all of them; null: none is being played. */
  progress: readonly [number, number] | null = null;
  /** The phone shows how a log ended. */
  isOver = false;
  error = '';
  #speed = 1;
  #stop: AbortController | null = null;

  constructor(private readonly panel: Panel) {}

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
  }

  /** Stops where it is. */
  stop(): void {
    this.#stop?.abort();
  }

  async play(file: File): Promise<void> {
    const { centre, host } = this.panel;
    const stop = (this.#stop = new AbortController());
    this.isOver = false;
    this.error = '';
    try {
      const log = await file.text();
      await host.clear();
      await centre.replay(log, {
        speed: this.#speed,
        signal: stop.signal,
        command: (name, params) => host.send(name, params),
        progress: (played, all) => this.#tell([played, all]),
      });
    } catch (cause) {
      if (!stop.signal.aborted) this.error = cause instanceof Error ? cause.message : String(cause);
    }
    this.isOver = this.progress !== null;
    this.#tell(null);
  }

  /** Back to the call centre as it is. */
  async leave(): Promise<void> {
    this.isOver = false;
    this.panel.refresh();
    await this.panel.host.restart();
  }

  #tell(progress: Replay['progress']): void {
    this.progress = progress;
    this.panel.refresh();
  }
}

/** A diagnostics file of `<sobot-event-log>`, seen again. */
export function drawReplay(panel: Panel): TemplateResult {
  const { replay, t } = panel;
  const { progress, isOver, error, speed } = replay;
  const choose = ({ currentTarget }: Event): void => {
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
              ${panel.button(t('sandbox.replay.stop'), 'stop-replay', () => replay.stop())}`
          : html`<label class="field">
                ${t('sandbox.replay.speed')}
                <select
                  @change=${(event: Event) => {
                    replay.speed = speeds[(event.target as HTMLSelectElement).selectedIndex] ?? 1;
                  }}
                >
                  ${speeds.map(
                    (each) => html`<option ?selected=${each === speed}>${t('sandbox.replay.times', each)}</option>`,
                  )}
                </select>
              </label>
              <label class="button plain choose" part="button replay-log">
                <input class="sr" type="file" accept=".json,application/json" @change=${choose} />
                <span class="label">${t('sandbox.replay.choose')}</span>
              </label>`
      }
      <div role="status" class="failure">
        ${error ? html`<p class="notice bad" part="error">${circleAlert}<span>${error}</span></p>` : nothing}
        ${isOver ? html`<p class="notice">${t('sandbox.replay.over')}</p>` : nothing}
      </div>
      ${isOver ? panel.button(t('sandbox.replay.leave'), 'leave-replay', () => void replay.leave()) : nothing}
    </div>
  </fieldset>`;
}
