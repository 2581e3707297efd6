/** A select with its label. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ariaDisabled, isAriaDisabled } from '../directives/index.js';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldOptions {
  readonly label: string;
  /** The ID and the CSS part of the select. */
  readonly name: string;
  readonly options: readonly SelectOption[];
  /** The value of the selected option. A value without an option shows the placeholder. */
  readonly value: string;
  readonly placeholder?: string;
  /** Why the selection can't be changed now; null where it can. The select stays in the tab order to say so. */
  readonly reason?: string | null;
  readonly busy?: boolean;
  readonly onChange: (value: string) => void;
}

/** Keeps a disabled select closed; Tab leaves it. */
function preventChange(event: Event): void {
  if (!(event instanceof KeyboardEvent && event.key === 'Tab')) event.preventDefault();
}

/** Renders a label and a native select. A selection that the host refuses goes back to `value` at its next render. */
export function selectField(field: SelectFieldOptions): TemplateResult {
  const { label, name, options, value, placeholder, reason, busy, onChange } = field;
  const disabled = { reason, busy };
  const isKnown = options.some((option) => option.value === value);
  const renderOption = (each: SelectOption): TemplateResult =>
    html`<option value=${each.value} .selected=${live(each.value === value)}>${each.label}</option>`;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select
      id=${name}
      part=${name}
      @mousedown=${isAriaDisabled(disabled) ? preventChange : nothing}
      @keydown=${isAriaDisabled(disabled) ? preventChange : nothing}
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => onChange(event.currentTarget.value)}
      ${ariaDisabled(disabled)}
    >
      ${
        isKnown || !placeholder
          ? nothing
          : html`<option value="" disabled hidden .selected=${live(true)}>${placeholder}</option>`
      }
      ${options.map(renderOption)}
    </select>
  </div>`;
}
