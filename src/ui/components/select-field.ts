import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectField {
  readonly label: string;
  /** Id and CSS part of the select. */
  readonly name: string;
  readonly options: readonly SelectOption[];
  /** What is chosen; one that is no option shows the placeholder. */
  readonly value: string;
  readonly placeholder?: string;
  /** Why it can't be changed now; it stays in the tab order to say so. */
  readonly reason?: string | null;
  readonly busy?: boolean;
  readonly change: (value: string) => void;
}

function refuse(event: Event): void {
  if (!(event instanceof KeyboardEvent && event.key === 'Tab')) event.preventDefault();
}

/** A native select with its label. What is refused goes back to what is so, at the next render of the host. */
export function selectField(field: SelectField): TemplateResult {
  const { label, name, options, value, placeholder, reason, busy, change } = field;
  const off = busy || !!reason;
  const known = options.some((option) => option.value === value);
  const option = (each: SelectOption): TemplateResult =>
    html`<option value=${each.value} .selected=${live(each.value === value)}>${each.label}</option>`;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select
      id=${name}
      part=${name}
      aria-disabled=${off ? 'true' : nothing}
      aria-busy=${busy ? 'true' : nothing}
      aria-description=${reason || nothing}
      title=${reason || nothing}
      @mousedown=${off ? refuse : nothing}
      @keydown=${off ? refuse : nothing}
      @change=${(event: Event & { currentTarget: HTMLSelectElement }) => change(event.currentTarget.value)}
    >
      ${
        known || !placeholder
          ? nothing
          : html`<option value="" disabled hidden .selected=${live(true)}>${placeholder}</option>`
      }
      ${options.map(option)}
    </select>
  </div>`;
}
