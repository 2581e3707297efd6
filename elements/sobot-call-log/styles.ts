import { css } from 'lit';
import { confirmDialogStyles, radioGroupStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const styles = css`
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
  .missed > .icon,
  .missed .result {
    color: var(--_stop);
    font-weight: 600;
  }
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
  .below {
    grid-column: 2 / -1;
  }
  details,
  .failure:has(*) {
    margin-block-start: 4px;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_muted);
    font-size: 13px;
    cursor: pointer;
  }
  .facts dd {
    white-space: pre-line;
  }
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
