import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { preflightPanelMessages } from './panel-messages.js';

/** Ready for the keys that copy, as soon as it is in the page. */
function select(text?: Element): void {
  if (!(text instanceof HTMLTextAreaElement)) return;
  queueMicrotask(() => {
    text.focus();
    text.select();
  });
}

/** Copies a text; where the browser doesn't let it, the text is laid out to be copied by hand. */
export class Copying {
  #state: 'copied' | 'by-hand' | null = null;
  #text = '';

  constructor(private readonly changed: () => void) {}

  async copy(text: string): Promise<void> {
    this.#text = text;
    this.#state = null;
    this.changed();
    this.#state = await Promise.resolve(navigator.clipboard?.writeText(text).then(() => true)).then(
      (done) => (done ? 'copied' : 'by-hand'),
      () => 'by-hand', // forbidden in this frame, or to this site
    );
    this.changed();
  }

  clear(): void {
    this.#state = null;
  }

  draw(t: Translate<typeof preflightPanelMessages>): TemplateResult {
    const byHand = this.#state === 'by-hand';
    return html`<p class="hint failure" role="status">
        ${this.#state ? html`<span>${t(byHand ? 'preflight.copyByHand' : 'preflight.copied')}</span>` : nothing}
      </p>
      ${
        byHand
          ? html`<textarea
              part="text"
              readonly
              rows="8"
              aria-label=${t('preflight.result')}
              .value=${this.#text}
              ${ref(select)}
            ></textarea>`
          : nothing
      }`;
  }
}
