import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actionButton } from '../../src/ui/components/button.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { selectField } from '../../src/ui/components/select-field.js';
import { canRoute } from '../../src/ui/audio/output-device.js';
import { QUIETEST, soundSettings } from '../../src/ui/audio/audio-settings.js';
import type { Browser } from './browser.js';
import type { preflightPanelMessages } from './panel-messages.js';

type Input = Event & { currentTarget: HTMLInputElement };

export interface SettingsHost {
  readonly browser: Browser;
  refresh(): void;
  /** The person was asked for a speaker, and said yes or no. */
  speakerAsked(allowed: boolean): void;
}

/** How this browser rings: volume, device, desktop notification. */
export class Settings implements ReactiveController {
  #speakers: readonly MediaDeviceInfo[] = [];
  #unwatch: (() => void) | undefined;

  constructor(private readonly host: SettingsHost) {}

  hostConnected(): void {
    this.#unwatch = soundSettings.watch(() => this.host.refresh());
    navigator.mediaDevices?.addEventListener('devicechange', this.look);
    this.look();
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    navigator.mediaDevices?.removeEventListener('devicechange', this.look);
  }

  /** Which speakers there are; the browser names them once the microphone is allowed. */
  readonly look = (): void =>
    void this.host.browser.devices('audiooutput').then((found) => {
      this.#speakers = found.filter(({ deviceId, label }) => label !== '' && deviceId !== 'default');
      this.host.refresh();
    });

  async #choose(): Promise<void> {
    try {
      const chosen = await navigator.mediaDevices.selectAudioOutput?.();
      if (chosen) soundSettings.set({ device: chosen.deviceId });
      this.host.speakerAsked(true);
    } catch (cause) {
      const refused = cause instanceof Error && cause.name === 'NotAllowedError';
      if (refused) this.host.speakerAsked(false);
    }
    this.look();
  }

  #drawDevice(t: Translate<typeof preflightPanelMessages>): TemplateResult | typeof nothing {
    if (!canRoute()) return nothing;
    const { device } = soundSettings.value;
    const options = [
      { value: '', label: t('preflight.deviceDefault') },
      ...this.#speakers.map(({ deviceId, label }) => ({ value: deviceId, label })),
    ];
    const field = selectField({
      label: t('preflight.device'),
      name: 'device',
      options,
      value: device,
      placeholder: t('preflight.deviceGone'),
      change: (chosen) => soundSettings.set({ device: chosen }),
    });
    const more = this.host.browser.asksForSpeakers
      ? actionButton({
          label: t('preflight.choose'),
          part: 'choose-speaker',
          look: 'plain',
          onClick: () => void this.#choose(),
        })
      : this.#speakers.length === 0
        ? html`<p class="hint">${t('preflight.deviceUnnamed')}</p>`
        : nothing;
    return html`${field}${more}`;
  }

  #drawNotify(t: Translate<typeof preflightPanelMessages>): TemplateResult | typeof nothing {
    if (typeof Notification === 'undefined') return nothing;
    const { permission } = Notification;
    const denied = permission === 'denied';
    return html`<label class="check" part="notify">
        <input
          type="checkbox"
          aria-disabled=${denied ? 'true' : nothing}
          aria-describedby=${denied ? 'denied' : nothing}
          .checked=${live(permission === 'granted' && soundSettings.value.notify)}
          @click=${(event: Event) => denied && event.preventDefault()}
          @change=${(event: Input) => void this.#notify(event.currentTarget.checked)}
        />${t('preflight.notify')}
      </label>
      ${denied ? html`<p id="denied" class="hint">${t('preflight.notifyDenied')}</p>` : nothing}`;
  }

  async #notify(wanted: boolean): Promise<void> {
    soundSettings.set({ notify: wanted });
    if (wanted && Notification.permission === 'default') await Notification.requestPermission();
    this.host.refresh();
  }

  draw(t: Translate<typeof preflightPanelMessages>): TemplateResult {
    const percent = Math.round(soundSettings.value.volume * 100);
    return html`<section class="stack" part="settings" aria-labelledby="settings">
      <h3 id="settings">${t('preflight.settings')}</h3>
      <div class="field">
        <label for="volume">${t('preflight.volume')}</label>
        <input
          id="volume"
          part="volume"
          type="range"
          min=${QUIETEST * 100}
          max="100"
          step="5"
          aria-valuetext="${percent} %"
          .value=${live(String(percent))}
          @input=${(event: Input) => soundSettings.set({ volume: event.currentTarget.valueAsNumber / 100 })}
        />
      </div>
      ${this.#drawDevice(t)}${this.#drawNotify(t)}
    </section>`;
  }
}
