import { css } from 'lit';
import { keypadStyles, skeletonStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const styles = css`
  :host {
    container-type: inline-size;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
  }
  .entry label {
    grid-column: 1 / -1;
    margin-block-end: -2px;
  }
  .number-field {
    position: relative;
  }
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
  .number-field.empty .button {
    visibility: hidden;
  }
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
  input::placeholder {
    font-weight: 400;
    font-size: 14px;
  }
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
    .entry:not(:has(~ .field)) {
      grid-column: 1 / -1;
    }
  }
  .recent {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }
  .recent .button {
    min-block-size: 36px;
    max-inline-size: 100%;
    padding: 4px 10px;
    font-weight: 400;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .recent .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    color: var(--_muted);
  }
`;

/** The style sheets of `<sobot-dialer>`, in the order of the cascade. */
export const dialerStyles = [tokenStyles, buttonStyles, fieldStyles, textStyles, keypadStyles, skeletonStyles, styles];
