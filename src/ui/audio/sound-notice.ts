/**
 * The notice that calls would not be heard, in the elements that an agent looks at before a call. A
 * silent page is noticed otherwise only by a missed call.
 */
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
 * Reports that calls would not be heard, before one rings, and offers the click that changes it.
 * Its host places it where it moves no button, and adds `buttonStyles`, `textStyles` and {@link
 * soundMessages}.
 */
export class SoundNotice implements ReactiveController {
  /** Set while the notice is enabled and its host is connected. */
  #unsubscribe: (() => void) | undefined;
  /** Whether the last render showed the notice: only a change renders the host. */
  #isShown = false;

  /** @param isEnabled whether calls may ring here now; called before each render of the host */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly isEnabled: () => boolean,
  ) {
    host.addController(this);
  }

  /** Whether the notice is enabled and a call would not be heard. */
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

  /**
   * Renders the notice as a live region, which is in the document before it has text. `blocked` has
   * the button Allow sound. `failed` has none: a click unlocks nothing where no device plays.
   */
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
