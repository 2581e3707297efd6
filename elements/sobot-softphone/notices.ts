/**
 * The notices below the view: a lost connection, a login at another place, silent calls, the last
 * error.
 *
 * They stand below the view, so that no button of a call moves when one comes or goes. They are for
 * the eye only: the text of `announcement.ts` has the same problems.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AgentState } from '../../src/state/index.js';
import { SoundNotice } from '../../src/ui/audio/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import { circleAlert } from '../../src/ui/icons/index.js';
import { takeOverButton } from './main-zone.js';
import type { SoftphoneTranslate } from './messages.js';

/** The problems to show, and the way out of being displaced. */
export interface NoticesContext {
  readonly t: SoftphoneTranslate;
  readonly connection: AgentState['connection'];
  /** Whether the agent is displaced while the main zone shows a call. */
  readonly isDisplaced: boolean;
  /** Whether the platform can reach the agent's telephone. */
  readonly isReachable: boolean;
  /** The error of the running session; empty: none. */
  readonly errorMessage: string;
  /** The error of a login by take-over, as a live region of its own. */
  readonly loginFailure: TemplateResult;
  readonly onTakeOver: () => void;
  /** Tries again what failed, such as the renewal of the token. */
  readonly onStart: () => void;
}

/** Renders the notices and follows whether the browser lets calls ring. */
export class Notices {
  readonly #soundNotice: SoundNotice;

  /** @param isSoundNeeded returns whether calls may ring in this page now */
  constructor(host: ReactiveControllerHost, isSoundNeeded: () => boolean) {
    this.#soundNotice = new SoundNotice(host, isSoundNeeded);
  }

  /**
   * Renders the notices, those that keep calls away first. The regions of the sound and of the
   * login stay in the page while they are empty, or their first text would not be announced.
   */
  render(context: NoticesContext): TemplateResult {
    const { t, connection, isDisplaced, isReachable, errorMessage, loginFailure, onTakeOver, onStart } = context;
    const isLost = connection === 'offline' || connection === 'reconnecting';
    return html`<div class="notices">
      ${
        isDisplaced
          ? html`<div class="notice" part="notice">${circleAlert}<span>${t('softphone.displaced')}</span></div>
              ${takeOverButton(t, 'plain', onTakeOver)}`
          : nothing
      }
      ${isLost ? html`<p class="notice" part="notice">${circleAlert}${t(`softphone.${connection}`)}</p>` : nothing}
      ${isReachable ? nothing : errorNotice(t('softphone.unreachable'))}
      ${
        errorMessage
          ? html`${errorNotice(errorMessage)}
            ${actionButton({ label: t('base.tryAgain'), part: 'start', variant: 'plain', onClick: onStart })}`
          : nothing
      }
      ${this.#soundNotice.render(t)} ${loginFailure}
    </div>`;
  }
}

const errorNotice = (text: string): TemplateResult =>
  html`<p class="notice bad" part="notice">${circleAlert}<span>${text}</span></p>`;
