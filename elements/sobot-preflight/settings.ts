/**
 * The settings of the ringtone, which are kept in this browser for all pages of the origin. They
 * stand beside the checks, because an agent who hears no call looks there.
 */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actionButton, selectField } from '../../src/ui/components/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { canSelectOutput, MIN_VOLUME, soundSettings } from '../../src/ui/audio/index.js';
import type { Browser } from './browser.js';
import type { preflightPanelMessages } from './panel-messages.js';

/** An event whose listener is on the field itself. */
type InputFieldEvent = Event & { currentTarget: HTMLInputElement };

/** The parts of the panel that the settings use. */
export interface RingtoneSettingsHost {
  readonly browser: Browser;
  refresh(): void;
  /** The agent has granted or refused the permission of a speaker. */
  onSpeakerAnswer(isAllowed: boolean): void;
}

/** Volume, device and desktop notification of calls. */
export class RingtoneSettings implements ReactiveController {
  /** The speakers that the browser names, without the entry for its default. */
  #speakers: readonly MediaDeviceInfo[] = [];
  /** Whether the browser names speakers, so that a missing one is known to be missing. */
  #areNamed = false;
  /** The number of the latest query. */
  #query = 0;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly host: RingtoneSettingsHost) {}

  /**
   * Follows the settings, which another tab may change, and the devices, which agents plug in and
   * out.
   */
  hostConnected(): void {
    this.#unsubscribe = soundSettings.subscribe(() => this.host.refresh());
    navigator.mediaDevices?.addEventListener('devicechange', this.updateSpeakers);
    this.updateSpeakers();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    navigator.mediaDevices?.removeEventListener('devicechange', this.updateSpeakers);
  }

  /**
   * Lists the speakers. The browser names them once the microphone is allowed; unnamed ones can't
   * be chosen.
   */
  readonly updateSpeakers = (): void => {
    const query = (this.#query += 1);
    void this.host.browser.devices('audiooutput').then((devices) => {
      if (query !== this.#query) return;
      this.#areNamed = devices.some(({ label }) => label !== '');
      this.#speakers = devices.filter(({ deviceId, label }) => label !== '' && deviceId !== 'default');
      this.host.refresh();
    });
  };

  /** Opens the browser's own choice of a speaker. An agent who closes it has answered nothing. */
  async #chooseSpeaker(): Promise<void> {
    try {
      const chosen = await navigator.mediaDevices.selectAudioOutput?.();
      if (chosen) soundSettings.set({ device: chosen.deviceId });
      this.host.onSpeakerAnswer(true);
    } catch (cause) {
      const isRefused = cause instanceof Error && cause.name === 'NotAllowedError';
      if (isRefused) this.host.onSpeakerAnswer(false);
    }
    this.updateSpeakers();
  }

  /** The way to more speakers: the browser's own choice, or the hint why none is named. */
  #renderMoreSpeakers(t: Translate<typeof preflightPanelMessages>): TemplateResult | typeof nothing {
    if (this.host.browser.asksForSpeakers) {
      return actionButton({
        label: t('preflight.choose'),
        part: 'choose-speaker',
        variant: 'plain',
        onClick: () => void this.#chooseSpeaker(),
      });
    }
    return this.#speakers.length === 0 ? html`<p class="hint">${t('preflight.deviceUnnamed')}</p>` : nothing;
  }

  /**
   * The select field of the device; nothing where the browser can't direct the sound to one. A
   * device that was unplugged is kept and shown as missing: the headset may be back tomorrow.
   */
  #renderDevice(t: Translate<typeof preflightPanelMessages>): TemplateResult | typeof nothing {
    if (!canSelectOutput()) return nothing;
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
      placeholder: t(this.#areNamed ? 'preflight.deviceGone' : 'preflight.deviceHidden'),
      onChange: (chosen) => soundSettings.set({ device: chosen }),
    });
    return html`${field}${this.#renderMoreSpeakers(t)}`;
  }

  /**
   * The checkbox of notifications; `aria-disabled` with the reason where the browser blocks them
   * for this site.
   */
  #renderNotify(t: Translate<typeof preflightPanelMessages>): TemplateResult | typeof nothing {
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
          @change=${(event: InputFieldEvent) => void this.#setNotify(event.currentTarget.checked)}
        />${t('preflight.notify')}
      </label>
      ${denied ? html`<p id="denied" class="hint">${t('preflight.notifyDenied')}</p>` : nothing}`;
  }

  /** Keeps the agent's wish, and asks the browser for permission if it was never asked. */
  async #setNotify(isWanted: boolean): Promise<void> {
    soundSettings.set({ notify: isWanted });
    if (isWanted && Notification.permission === 'default') await Notification.requestPermission();
    this.host.refresh();
  }

  /**
   * Renders the settings. The volume is announced in per cent (`aria-valuetext`), because the step
   * of the range alone is no loudness, and its minimum is above silence: see `MIN_VOLUME`.
   */
  render(t: Translate<typeof preflightPanelMessages>): TemplateResult {
    const percent = Math.round(soundSettings.value.volume * 100);
    return html`<section class="stack" part="settings" aria-labelledby="settings">
      <h3 id="settings">${t('preflight.settings')}</h3>
      <div class="field">
        <label for="volume">${t('preflight.volume')}</label>
        <input
          id="volume"
          part="volume"
          type="range"
          min=${MIN_VOLUME * 100}
          max="100"
          step="5"
          aria-valuetext="${percent} %"
          .value=${live(String(percent))}
          @input=${(event: InputFieldEvent) => soundSettings.set({ volume: event.currentTarget.valueAsNumber / 100 })}
        />
      </div>
      ${this.#renderDevice(t)}${this.#renderNotify(t)}
    </section>`;
  }
}
