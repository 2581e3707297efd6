import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actionButton } from '../../src/ui/components/index.js';
import { history } from '../../src/ui/icons/index.js';
import { cleanNumber } from '../../src/internal/index.js';

export interface NumberEntryOptions {
  readonly label: string;
  /** What the button does. */
  readonly actionLabel: string;
  readonly value: string;
  readonly recent: { readonly label: string; readonly numbers: readonly string[] };
  /** Why nothing can be sent now. */
  readonly reason: string | null;
  readonly busy: boolean;
  /** A number as it may be shown. */
  readonly maskNumber: (number: string) => string;
  readonly onInput: (text: string) => void;
  /** With nothing typed: an empty one. */
  readonly onSend: (number: string) => void;
}

type FieldEvent<E extends Event> = E & { readonly currentTarget: HTMLInputElement };

/** A field for a number, which Enter sends, and the last numbers, which a click sends. */
export function renderNumberEntry(entry: NumberEntryOptions): TemplateResult {
  const { label, actionLabel, value, recent, reason, busy, maskNumber, onInput, onSend } = entry;
  const send = (): void => onSend(cleanNumber(value));
  const handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    send();
  };
  const handlePaste = (event: FieldEvent<ClipboardEvent>): void => {
    const { currentTarget: field } = event;
    const text = cleanNumber(event.clipboardData?.getData('text') ?? '');
    event.preventDefault();
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    onInput(field.value);
  };
  return html`<div class="entry">
      <label for="number">${label}</label>
      <input
        id="number"
        part="number"
        type="tel"
        dir="ltr"
        autocomplete="off"
        enterkeyhint="go"
        .value=${live(value)}
        @input=${({ currentTarget }: FieldEvent<Event>) => onInput(currentTarget.value)}
        @paste=${handlePaste}
        @keydown=${handleKeydown}
      />
      ${actionButton({ label: actionLabel, part: 'confirm', variant: 'accent', reason, busy, onClick: send })}
    </div>
    ${
      recent.numbers.length === 0
        ? nothing
        : html`<div>
            <p class="legend" id="recent">${recent.label}</p>
            <ul class="recent" part="recent" aria-labelledby="recent">
              ${recent.numbers.map(
                (number) =>
                  html`<li>
                    ${actionButton({
                      label: maskNumber(number),
                      name: `${actionLabel} ${maskNumber(number)}`,
                      icon: history,
                      part: 'redial',
                      variant: 'plain',
                      reason,
                      busy,
                      onClick: () => onSend(number),
                    })}
                  </li>`,
              )}
            </ul>
          </div>`
    }`;
}
