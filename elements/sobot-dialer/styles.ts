/** Style sheets of `<sobot-dialer>`: a column in a panel, two columns in a bar. */
import { css } from 'lit';
import { keypadStyles, phoneNumberFieldStyles, skeletonStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const styles = css`
  /* The container of the query below: the width of the element decides, not that of the window. */
  :host {
    container-type: inline-size;
  }
  /* The field takes the width that Call leaves; the label spans both. */
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
  }
  .entry label {
    grid-column: 1 / -1;
    margin-block-end: -2px;
  }
  /* Backspace lies at the end of the field. The padding keeps digits from running below it. */
  .number-field input {
    block-size: var(--_target);
    padding-inline-end: 44px;
    font-size: 18px;
    font-weight: 600;
  }
  .number-field .button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    padding: 0;
  }
  .number-field .button:hover {
    background: transparent;
    color: var(--_text);
  }
  /* Without digits there is nothing to delete. Hidden, it keeps its place and leaves the tab
     order. */
  .number-field.empty .button {
    visibility: hidden;
  }
  /* Backspace and Call show their icons only. The labels stay as accessible names. */
  .number-field .label,
  .go .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .go {
    inline-size: 64px;
  }
  /* The placeholder can be a sentence: smaller than the digits, so that it fits at 280 px. */
  input::placeholder {
    font-weight: 400;
    font-size: 14px;
  }
  /* Aliases of numbers can be longer than the field. */
  select {
    text-overflow: ellipsis;
  }
  /* In a bar: the number and the caller ID in one row. */
  @container (min-width: 560px) {
    .stack {
      grid-template-columns: minmax(0, 1fr) minmax(180px, 260px);
      grid-auto-flow: dense;
      align-items: start;
    }
    .stack > .field {
      row-gap: 6px;
    }
    .stack > .field > select {
      min-block-size: var(--_target);
    }
    .stack > :not(.entry, .field) {
      grid-column: 1 / -1;
    }
    /* Without a caller ID the number takes the whole row. */
    .entry:not(:has(~ .field)) {
      grid-column: 1 / -1;
    }
  }
  /* At 36 px the last numbers are lower than other targets, and still higher than the 24 px of
     WCAG 2.5.8. */
  .recent .button {
    min-block-size: 36px;
    padding: 4px 10px;
    font-size: 13px;
  }
  .recent .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    color: var(--_muted);
  }
`;

/** The style sheets of `<sobot-dialer>`, in the order of the cascade. */
export const dialerStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  keypadStyles,
  skeletonStyles,
  phoneNumberFieldStyles,
  styles,
];
