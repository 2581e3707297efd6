/** The look of form controls. A file of its own, because elements without a form don't need it. */
import { css } from 'lit';

/** Styles of fields, labels and checkboxes, and of a radio group as one segmented control. */
export const fieldStyles = css`
  /* A label above its field, which needs less width than a label beside it. */
  .field {
    display: grid;
    gap: 6px;
  }
  /* Visible labels. .legend is for a group whose heading is not a legend, such as the list of
     recent numbers. */
  label,
  legend,
  .legend {
    padding: 0;
    font-weight: 600;
    font-size: 13px;
  }
  /* Secondary text: explanations of fields, ages and counts of figures. */
  .hint {
    color: var(--_muted);
    font-size: 12px;
  }
  /* Fields fill their column and may shrink in it: browsers give an input the width of 20
     characters. */
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 40px;
    padding: 8px 12px;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  /* Notes grow in height only. A wider field would leave the element. */
  textarea {
    min-block-size: 72px;
    resize: vertical;
  }
  /* Firefox lowers the opacity of placeholders, which fails the contrast of WCAG. */
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  /* A segmented control: equal columns in one box. radioGroupStyles lets them wrap. */
  .segments {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: 2px;
    margin-block-start: 6px;
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  /* The label is the visible segment and the touch target. */
  .segments label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 40px;
    padding: 4px 8px;
    border-radius: calc(var(--_radius) - 3px);
    color: var(--_muted);
    text-align: center;
    cursor: pointer;
  }
  /* The native radio is transparent and covers its segment: keyboard, forms and screen readers
     use it as it is, and it receives clicks itself. */
  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  /* The selected segment is raised, so that it differs by more than its colour. */
  .segments label:has(:checked) {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  /* The focused radio is transparent, so its segment shows the outline. */
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  /* Only for radios that the form disables. A group with a reason is aria-disabled. */
  .segments label:has(:disabled) {
    cursor: not-allowed;
    opacity: 0.5;
  }
  /* A checkbox with its label. The row is the target, so its height exceeds that of the box. */
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    font-weight: 400;
  }
  .check input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  /* Forced colours remove background and shadow of the selected segment. */
  @media (forced-colors: active) {
    .segments label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
