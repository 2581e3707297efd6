/**
 * A select with its label, for short lists. A native select has the keyboard and the picker of the
 * platform, also on a telephone.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ariaDisabled, press, isAriaDisabled } from '../directives/index.js';

/** One option of the select. */
export interface SelectOption {
  /** The value that `onChange` gets. It is unique among the options. */
  readonly value: string;
  readonly label: string;
}

/** The content and the state of the field at one render. */
export interface SelectFieldOptions {
  /** The visible label, which is the accessible name. */
  readonly label: string;
  /** The ID and the CSS part of the select. */
  readonly name: string;
  readonly options: readonly SelectOption[];
  /** The value of the selected option. A value without an option shows the placeholder. */
  readonly value: string;
  /** The text without a selection. It can't be selected. */
  readonly placeholder?: string;
  /**
   * Why the selection can't be changed now; null where it can. The select stays in the tab order to
   * say so.
   */
  readonly reason?: string | null;
  /** Whether the command of the last selection is pending. */
  readonly busy?: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * Keeps a disabled select closed. The attribute `disabled` would take it out of the tab order. Tab
 * leaves it.
 */
function preventChange(event: Event): void {
  if (!(event instanceof KeyboardEvent && event.key === 'Tab')) event.preventDefault();
}

/**
 * Renders a label and a native select. A selection that the host refuses goes back to `value` at
 * its next render: `live` compares with the control and not with the last render.
 */
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
      @click=${press(name)}
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
