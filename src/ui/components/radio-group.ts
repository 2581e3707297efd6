/**
 * A group of radio buttons, as one segmented control or as a list. Native radios bring the keyboard
 * of a group and its announcements.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { showReason } from '../directives/index.js';

/** One option of a group. */
export interface RadioOption<V extends string> {
  readonly value: V;
  /** The visible text, which is the accessible name of the radio. */
  readonly label: string;
  /** A mark before the label, such as a dot. */
  readonly mark?: TemplateResult;
}

/** The content and the state of the group at one render. */
export interface RadioGroupOptions<V extends string> {
  /** The visible heading, which is the accessible name of the group. */
  readonly legend: string;
  /** Name of the radios and CSS part of the group. */
  readonly name: string;
  readonly options: readonly RadioOption<V>[];
  /** The selected option; empty where none is. */
  readonly value: V | '';
  /** The options are a list, for labels of any length. Default: side by side, as one control. */
  readonly list?: boolean;
  /**
   * Why the selection can't be changed now; null where it can. The radios stay in the tab order to
   * say so.
   */
  readonly reason?: string | null;
  /** The command of the selection is pending. */
  readonly busy?: boolean;
  /**
   * Called with the selected value. The radio stays selected only if the host renders that value.
   */
  readonly onChange: (value: V) => void;
}

/** Returns the value as a string, as an attribute needs it. */
const optionValue = ({ value }: RadioOption<string>): string => value;
/**
 * Renders native radios. A selection that the host refuses goes back to `value` at its next render.
 * A fieldset is a plain group to screen readers. The role `radiogroup` adds that one of its options
 * is selected.
 * The reason is text in the document, because screen readers announce `aria-describedby` of a group
 * more reliably than `aria-description`. Hidden text can still be a description.
 */
export function radioGroup<V extends string>(group: RadioGroupOptions<V>): TemplateResult {
  const { legend, name, options, value, list, reason, busy, onChange } = group;
  const isDisabled = busy || !!reason;
  // A cancelled click restores the radio that was checked.
  const preventChange = (event: Event & { currentTarget: Element }): void => {
    event.preventDefault();
    showReason(event.currentTarget.closest('fieldset'), reason);
  };
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

/** The styles of the list. Those of segments are in `fieldStyles`, and these let segments wrap. */
export const radioGroupStyles = css`
  /* At 280px, with long words of a language or with large text, segments wrap into lines. */
  .segments {
    display: flex;
    flex-wrap: wrap;
  }
  .segments label {
    flex: 1 1 0;
    min-inline-size: max-content;
  }
  /* A list in the same sunken box as segments. */
  .radios {
    display: grid;
    gap: 2px;
    margin-block-start: 6px;
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  /* The whole line is the touch target. */
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
  /* The selected line is raised, and its radio stays visible: two signs besides the colour. */
  .radios label:has(:checked) {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  /* The native radio in the accent colour. Larger text doesn't squeeze it. */
  .radios input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  /* A disabled group is paler. A pending one is not, because the agent has just selected there. */
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
