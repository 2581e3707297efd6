/**
 * The picker of Transfer and Consult. It is the largest part of the controls, and no call has to wait for it: it is
 * loaded when the controls are in the page, and by the softphone at login, so that it is there before it is wanted.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LazyElement } from '../../src/ui/base/index.js';
import { actionButton } from '../../src/ui/components/index.js';
import type { ControlsTranslate } from './messages.js';

/** Loads the class of the picker: once, however often it is called. */
export const loadTransfer = async () => (await import('../sobot-transfer/sobot-transfer.js')).SobotTransfer;

export class Picker extends LazyElement {
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    super(host, loadTransfer);
  }

  /** Renders the picker; while it is being loaded or could not be, a message in its place. */
  render(t: ControlsTranslate, mode: 'transfer' | 'consult'): TemplateResult {
    if (this.isReady) return html`<sobot-transfer part="picker" mode=${mode}></sobot-transfer>`;
    if (!this.hasFailed) return html`<p role="status">${this.isSlow ? t('base.busy') : nothing}</p>`;
    return html`<p class="notice bad" part="notice" role="status">${t('controls.notLoaded')}</p>
      ${actionButton({ label: t('base.tryAgain'), part: 'try-again', variant: 'plain', onClick: () => this.request() })}`;
  }
}
