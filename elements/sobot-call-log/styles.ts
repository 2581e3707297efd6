/** Style sheets of `<sobot-call-log>`. Rows are two lines high and work from 280 px on. */
import { css } from 'lit';
import { confirmDialogStyles, radioGroupStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const styles = css`
  /* Filter and search stand beside each other where both have 200 px, and below each other
     elsewhere. */
  .tools,
  .ends {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .tools > * {
    flex: 1 1 200px;
  }
  /* The legend names the filter for screen readers only. */
  .tools legend {
    position: absolute;
    clip-path: inset(50%);
  }
  .tools .segments {
    margin: 0;
  }
  .ends {
    justify-content: end;
  }
  /* A row: icon, texts, button. The texts take the rest of the width, so a long name doesn't
     push the button out. */
  .call {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: center;
    padding-block: 8px;
  }
  .call + .call {
    border-block-start: 1px solid var(--_line);
  }
  .call > .icon {
    color: var(--_muted);
  }
  /* A call that waits for a call back: colour and weight, because colour alone is not a sign. */
  .missed > .icon,
  .missed .result {
    color: var(--_stop);
    font-weight: 600;
  }
  /* Names and numbers wrap, also without a space, at any text spacing. */
  .who {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .line {
    color: var(--_muted);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .call .button {
    padding-inline: 10px;
    font-size: 13px;
  }
  /* Error and details begin at the texts, not at the icon. */
  .below {
    grid-column: 2 / -1;
  }
  details,
  .failure:has(*) {
    margin-block-start: 4px;
  }
  /* 24 px is the least height of a target (WCAG 2.5.8). */
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_muted);
    font-size: 13px;
    cursor: pointer;
  }
  /* Notes keep their line breaks. */
  .facts dd {
    white-space: pre-line;
  }
  /* The text takes the focus from a script only, after Clear. It is no control, so it has no
     ring. */
  .empty:focus {
    outline: none;
  }
`;

/** The style sheets of `<sobot-call-log>`, in the order of the cascade. */
export const callLogStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  radioGroupStyles,
  confirmDialogStyles,
  styles,
];
