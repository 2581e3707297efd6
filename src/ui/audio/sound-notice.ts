import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { actionButton } from '../components/index.js';
import { bellOff } from '../icons/index.js';
import type { Translate } from '../i18n/index.js';
import { soundPlayer } from './sound.js';

/** The messages of `SoundNotice`. */
export const soundMessages = {
  'sound.blocked': 'Sound is off: you won’t hear calls ring. Click anywhere to turn it on.',
  'sound.failed': 'No sound comes from this page: you would not hear a call. Check the speakers, then click anywhere.',
  'sound.allow': 'Allow sound',
} as const;

/**
 * Says that calls would not be heard, before one comes, and offers the click that changes it. Draw it where it moves no
 * button; it needs the style sheets `buttons` and `texts`, and the words of `words/en/sound.ts`.
 */
export class SoundNotice implements ReactiveController {
  #unsubscribe: (() => void) | undefined;
  /** What the host has drawn last. */
  #isShown = false;

  /** @param isEnabled whether calls may ring here now; looked at before each render of the host */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly isEnabled: () => boolean,
  ) {
    host.addController(this);
  }

  /** It is due, and a call would not be heard. */
  get isSilent(): boolean {
    return !!this.#unsubscribe && (soundPlayer.state === 'blocked' || soundPlayer.state === 'failed');
  }

  hostUpdate(): void {
    if (this.isEnabled())
      this.#unsubscribe ??= soundPlayer.subscribe(() => this.isSilent !== this.#isShown && this.host.requestUpdate());
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** A live region, so it is there from the start. */
  render(t: Translate<typeof soundMessages>): TemplateResult {
    this.#isShown = this.isSilent;
    return html`<div class="failure row" role="status">
      ${
        this.#isShown
          ? html`<p class="notice" part="blocked">
                ${bellOff}<span>${t(soundPlayer.state === 'blocked' ? 'sound.blocked' : 'sound.failed')}</span>
              </p>
              ${
                soundPlayer.state === 'blocked'
                  ? actionButton({
                      label: t('sound.allow'),
                      part: 'allow-sound',
                      variant: 'plain',
                      onClick: () => void soundPlayer.resume(),
                    })
                  : nothing
              }`
          : nothing
      }
    </div>`;
  }
}
