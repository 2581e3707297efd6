/**
 * The button Copy of `<sobot-preflight>`. Browsers refuse the clipboard in frames and on some
 * sites; then the text is shown and selected, so that Ctrl+C copies it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import type { preflightPanelMessages } from './panel-messages.js';

/**
 * Selects the text of a field as soon as it is in the page. Lit sets a ref before it inserts the
 * template, where nothing can have the focus: hence the microtask.
 */
function selectText(text?: Element): void {
  if (!(text instanceof HTMLTextAreaElement)) return;
  queueMicrotask(() => {
    text.focus();
    text.select();
  });
}

/** Copies one text, and renders whether that succeeded. */
export class ClipboardCopy {
  /**
   * The result of the last copy. `by-hand`: the browser refused. Null: pending, or never copied.
   */
  #state: 'copied' | 'by-hand' | null = null;
  /** The text of the last copy, for the field after a refusal. */
  #text = '';

  /** @param onChange called when the result has changed; it renders the host */
  constructor(private readonly onChange: () => void) {}

  /** Never rejects: a refusal is rendered. */
  async copy(text: string): Promise<void> {
    this.#text = text;
    this.#state = null;
    this.onChange();
    // Outside a secure context there is no clipboard, which counts as a refusal.
    this.#state = await Promise.resolve(navigator.clipboard?.writeText(text).then(() => true)).then(
      (done) => (done ? 'copied' : 'by-hand'),
      () => 'by-hand',
    );
    this.onChange();
  }

  /** Removes the result: the text that was copied is not that of the next run. */
  clear(): void {
    this.#state = null;
  }

  /**
   * Renders the result as a live region, which is in the page before its text. A refusal adds a
   * field with the text. It is read-only and not disabled, because a disabled field can't be
   * selected.
   */
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
