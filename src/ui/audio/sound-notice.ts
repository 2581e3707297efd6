import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { actionButton } from '../components/button.js';
import { bellOff } from '../components/icons.js';
import type { Translate } from '../i18n/index.js';
import { sound } from './sound.js';
import type { soundMessages } from './messages.js';

/**
 * Says that calls would not be heard, before one comes, and offers the click that changes it. Draw it where it moves no
 * button; it needs the style sheets `buttons` and `texts`, and the words of `words/en/sound.ts`.
 */
export class SoundNotice implements ReactiveController {
  #stop: (() => void) | undefined;
  /** What the host has drawn last. */
  #drawn = false;

  /** @param due whether calls may ring here now; looked at before each render of the host */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly due: () => boolean,
  ) {
    host.addController(this);
  }

  /** It is due, and a call would not be heard. */
  get silent(): boolean {
    return !!this.#stop && (sound.state === 'blocked' || sound.state === 'failed');
  }

  hostUpdate(): void {
    if (this.due()) this.#stop ??= sound.watch(() => this.silent !== this.#drawn && this.host.requestUpdate());
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** A live region, so it is there from the start. */
  draw(t: Translate<typeof soundMessages>): TemplateResult {
    this.#drawn = this.silent;
    return html`<div class="failure row" role="status">
      ${
        this.#drawn
          ? html`<p class="notice" part="blocked">
                ${bellOff}<span>${t(sound.state === 'blocked' ? 'sound.blocked' : 'sound.failed')}</span>
              </p>
              ${
                sound.state === 'blocked'
                  ? actionButton({
                      label: t('sound.allow'),
                      part: 'allow-sound',
                      look: 'plain',
                      onClick: () => void sound.wake(),
                    })
                  : nothing
              }`
          : nothing
      }
    </div>`;
  }
}
