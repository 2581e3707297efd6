/**
 * Form controls that several sections of the panel share. They are dense and simple, for
 * developers, and so no components of the kit.
 */
import { html, type TemplateResult } from 'lit';
import { actionButton, type ActionButton } from '../../src/ui/components/index.js';

/**
 * Renders a plain button. `options` may add an icon, another variant, or a longer accessible name.
 */
export const plainButton = (
  label: string,
  part: string,
  onClick: ActionButton['onClick'],
  options: Partial<ActionButton> = {},
): TemplateResult => actionButton({ label, part, variant: 'plain', onClick, ...options });

/** Returns the trimmed text of a field; empty if the form has no such field. */
export function fieldText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * Creates a submit listener that handles the form in the page, instead of a navigation. Enter in a
 * field submits, too.
 */
export const onSubmit =
  (handler: (form: HTMLFormElement) => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.currentTarget) handler(event.currentTarget as HTMLFormElement);
  };

/** A `<select>` over values of any type. */
interface Choice<V> {
  readonly label: string;
  readonly values: readonly V[];
  /** The selected value; undefined selects the first one. */
  readonly current: V | undefined;
  readonly labelOf: (value: V) => string;
  readonly onSelect: (value: V) => void;
}

/** Renders a labelled choice. Values are found by position, so they need no string form. */
export function renderChoice<V>({ label, values, current, labelOf, onSelect }: Choice<V>): TemplateResult {
  const handleChange = (event: Event): void => {
    const value = values[(event.target as HTMLSelectElement).selectedIndex];
    if (value !== undefined) onSelect(value);
  };
  return html`<label class="field">
    ${label}
    <select @change=${handleChange}>
      ${values.map((value) => html`<option ?selected=${value === current}>${labelOf(value)}</option>`)}
    </select>
  </label>`;
}
