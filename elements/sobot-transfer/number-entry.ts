import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actionButton } from '../../src/ui/components/button.js';
import { history } from '../../src/ui/components/icons.js';
import { cleaned } from '../../src/internal/phone-number.js';

export interface NumberEntry {
  readonly label: string;
  /** What the button does. */
  readonly verb: string;
  readonly typed: string;
  readonly recent: { readonly label: string; readonly numbers: readonly string[] };
  /** Why nothing can be sent now. */
  readonly reason: string | null;
  readonly busy: boolean;
  /** A number as it may be shown. */
  readonly shown: (number: string) => string;
  readonly onType: (text: string) => void;
  /** With nothing typed: an empty one. */
  readonly onSend: (number: string) => void;
}

type FieldEvent<E extends Event> = E & { readonly currentTarget: HTMLInputElement };

/** A field for a number, which Enter sends, and the last numbers, which a click sends. */
export function numberEntry(entry: NumberEntry): TemplateResult {
  const { label, verb, typed, recent, reason, busy, shown, onType, onSend } = entry;
  const send = (): void => onSend(cleaned(typed));
  const keyed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    send();
  };
  const pasted = (event: FieldEvent<ClipboardEvent>): void => {
    const { currentTarget: field } = event;
    const text = cleaned(event.clipboardData?.getData('text') ?? '');
    event.preventDefault();
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    onType(field.value);
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
        .value=${live(typed)}
        @input=${({ currentTarget }: FieldEvent<Event>) => onType(currentTarget.value)}
        @paste=${pasted}
        @keydown=${keyed}
      />
      ${actionButton({ label: verb, part: 'confirm', look: 'accent', reason, busy, onClick: send })}
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
                      label: shown(number),
                      name: `${verb} ${shown(number)}`,
                      icon: history,
                      part: 'redial',
                      look: 'plain',
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
