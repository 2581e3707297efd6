/**
 * The field for a number to call, and the list of the last numbers below it. `<sobot-dialer>` and
 * `<sobot-transfer>` have both.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { parsePhoneNumber } from '../../internal/index.js';
import type { Translate } from '../i18n/index.js';
import { history } from '../icons/index.js';
import { actionButton } from './button.js';
import type { phoneNumberMessages } from './phone-number-messages.js';

/** Renders the digits of a text that are not part of its number, as a live region. */
export const renderAfterAnswer = (t: Translate<typeof phoneNumberMessages>, digits: string): TemplateResult =>
  html`<div role="status">
    ${digits ? html`<p class="notice" part="notice">${t('number.afterAnswer', digits)}</p>` : nothing}
  </div>`;

/** The content of the field at one render. */
export interface PhoneNumberField {
  /** The visible label, which is the accessible name of the field. */
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | null;
  /** A button inside the field, at its end. */
  readonly button?: TemplateResult;
  /** Called with the whole text at each input, paste included, and with the digits of an extension that was pasted. */
  readonly onInput: (text: string, afterAnswer: string) => void;
  /** Called when Enter is pressed, but not when Enter selects a word of an input method. */
  readonly onEnter: () => void;
}

/** An event whose listener is on the input itself. */
type FieldEvent<E extends Event> = E & { readonly currentTarget: HTMLInputElement };

/**
 * Replaces the selected text of a field, and puts the cursor behind the new text. The text goes
 * where the agent is typing, and not to the end.
 */
export function insertText(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
}

/**
 * Renders a label and a field for a phone number; the CSS part is `number`. The field keeps what
 * agents type, because they look at it while they type. A number that is pasted loses all
 * that is not dialled at once, and a text that can't be dialled is kept to be corrected.
 * `type="tel"` opens the number keypad of a touch screen. Numbers run from left to right in every
 * language.
 */
export function phoneNumberField(options: PhoneNumberField): TemplateResult {
  const { label, value, placeholder, button, onInput, onEnter } = options;
  const handlePaste = (event: FieldEvent<ClipboardEvent>): void => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text') ?? '';
    const { number, afterAnswer } = parsePhoneNumber(text);
    insertText(event.currentTarget, number || text.trim());
    onInput(event.currentTarget.value, afterAnswer);
  };
  const handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onEnter();
  };
  return html`<label for="number">${label}</label>
    <div class="number-field ${value ? '' : 'empty'}">
      <input
        id="number"
        part="number"
        type="tel"
        dir="ltr"
        autocomplete="off"
        enterkeyhint="go"
        placeholder=${placeholder || nothing}
        .value=${live(value)}
        @input=${({ currentTarget }: FieldEvent<Event>) => onInput(currentTarget.value, parsePhoneNumber(currentTarget.value).afterAnswer)}
        @paste=${handlePaste}
        @keydown=${handleKeydown}
      />
      ${button ?? nothing}
    </div>`;
}

/** The content and the state of the list at one render. */
export interface RecentNumbersList {
  /** The heading above the list, which names it for screen readers. */
  readonly label: string;
  /** Newest first. */
  readonly numbers: readonly string[];
  /** Returns a number as it may be shown. */
  readonly maskNumber: (number: string) => string;
  /** Returns the accessible name of the button for a masked number. */
  readonly buttonName: (maskedNumber: string) => string;
  /** Why no number can be called now; null where one can. */
  readonly reason: string | null;
  /** Whether a call is being dialled. */
  readonly busy: boolean;
  /** Called with the number as it is dialled, not with the masked one. */
  readonly onSelect: (number: string) => void;
}

/**
 * Renders the last numbers as buttons; nothing where there are none. CSS parts: `recent`, and
 * `redial` for each button. The accessible name says that the button calls, because its text is a
 * number only.
 */
export function recentNumbersList(options: RecentNumbersList): TemplateResult | typeof nothing {
  const { label, numbers, maskNumber, buttonName, reason, busy, onSelect } = options;
  if (numbers.length === 0) return nothing;
  const renderNumber = (number: string): TemplateResult => {
    const maskedNumber = maskNumber(number);
    const name = buttonName(maskedNumber);
    const onClick = (): void => onSelect(number);
    return html`<li dir="ltr">
      ${actionButton({ label: maskedNumber, name, icon: history, part: 'redial', variant: 'plain', reason, busy, onClick })}
    </li>`;
  };
  return html`<div>
    <p class="legend" id="recent">${label}</p>
    <ul class="recent" part="recent" aria-labelledby="recent">
      ${numbers.map(renderNumber)}
    </ul>
  </div>`;
}

/** Goes with `fieldStyles` and `buttonStyles`. */
export const phoneNumberFieldStyles = css`
  /* A button of the field, such as the one that deletes a digit, is positioned in this box. */
  .number-field {
    position: relative;
  }
  /* The numbers wrap instead of scrolling sideways. */
  .recent {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }
  /* A long number breaks within its button and never leaves the list. */
  .recent .button {
    max-inline-size: 100%;
    padding-inline: 10px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
`;
