import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { preflightPanelMessages } from './panel-messages.js';

/** Ready for the keys that copy, as soon as it is in the page. */
function selectText(text?: Element): void {
  if (!(text instanceof HTMLTextAreaElement)) return;
  queueMicrotask(() => {
    text.focus();
    text.select();
  });
}

/** Copies a text; where the browser doesn't let it, the text is laid out to be copied by hand. */
export class ClipboardCopy {
  #state: 'copied' | 'by-hand' | null = null;
  #text = '';

  constructor(private readonly onChange: () => void) {}

  async copy(text: string): Promise<void> {
    this.#text = text;
    this.#state = null;
    this.onChange();
    this.#state = await Promise.resolve(navigator.clipboard?.writeText(text).then(() => true)).then(
      (done) => (done ? 'copied' : 'by-hand'),
      () => 'by-hand', // forbidden in this frame, or to this site
    );
    this.onChange();
  }

  clear(): void {
    this.#state = null;
  }

  render(t: Translate<typeof preflightPanelMessages>): TemplateResult {
    const isManual = this.#state === 'by-hand';
    return html`<p class="hint failure" role="status">
        ${this.#state ? html`<span>${t(isManual ? 'preflight.copyByHand' : 'preflight.copied')}</span>` : nothing}
      </p>
      ${
        isManual
          ? html`<textarea
              part="text"
              readonly
              rows="8"
              aria-label=${t('preflight.result')}
              .value=${this.#text}
              ${ref(selectText)}
            ></textarea>`
          : nothing
      }`;
  }
}
