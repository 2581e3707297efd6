/** A group of radio buttons, as one segmented control or as a list. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface RadioOption<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A mark before the label, such as a dot. */
  readonly mark?: TemplateResult;
}

export interface RadioGroupOptions<V extends string> {
  readonly legend: string;
  /** Name of the radios and CSS part of the group. */
  readonly name: string;
  readonly options: readonly RadioOption<V>[];
  /** The selected option; empty where none is. */
  readonly value: V | '';
  /** The options are a list, for labels of any length. Default: side by side, as one control. */
  readonly list?: boolean;
  /** Why the selection can't be changed now; null where it can. The radios stay in the tab order to say so. */
  readonly reason?: string | null;
  /** The command of the selection is pending. */
  readonly busy?: boolean;
  readonly onChange: (value: V) => void;
}

const optionValue = ({ value }: RadioOption<string>): string => value;
const preventChange = (event: Event): void => event.preventDefault();

/**
 * Renders native radios. A selection that the host refuses goes back to `value` at its next render. The reason is text in
 * the document, because screen readers announce `aria-describedby` of a group more reliably than `aria-description`.
 */
export function radioGroup<V extends string>(group: RadioGroupOptions<V>): TemplateResult {
  const { legend, name, options, value, list, reason, busy, onChange } = group;
  const isDisabled = busy || !!reason;
  return html`<fieldset
    role="radiogroup"
    part=${name}
    aria-labelledby="${name}-legend"
    aria-disabled=${isDisabled ? 'true' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    aria-describedby=${reason ? `${name}-why` : nothing}
    title=${reason || nothing}
  >
    <legend id="${name}-legend">${legend}</legend>
    ${reason ? html`<span id="${name}-why" hidden>${reason}</span>` : nothing}
    <div class=${list ? 'radios' : 'segments'}>
      ${options.map(
        (option) =>
          html`<label part="option">
            <input
              type="radio"
              name=${name}
              value=${optionValue(option)}
              .checked=${live(option.value === value)}
              @click=${isDisabled ? preventChange : nothing}
              @change=${() => onChange(option.value)}
            />${option.mark ?? nothing}<span>${option.label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** The list. Segments are in `fieldStyles`, and these make them wrap. */
export const radioGroupStyles = css`
  .segments {
    display: flex;
    flex-wrap: wrap;
  }
  .segments label {
    flex: 1 1 0;
    min-inline-size: max-content;
  }
  .radios {
    display: grid;
    gap: 2px;
    margin-block-start: 6px;
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .radios label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 40px;
    padding: 4px 10px;
    border-radius: calc(var(--_radius) - 3px);
    color: var(--_muted);
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .radios label:has(:checked) {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  .radios input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  [role='radiogroup'][aria-disabled='true'] label {
    cursor: not-allowed;
  }
  [role='radiogroup'][aria-disabled='true']:not([aria-busy='true']) label {
    opacity: 0.6;
  }
  [role='radiogroup'][aria-busy='true'] label {
    cursor: progress;
  }
`;
