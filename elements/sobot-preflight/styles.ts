/** Style sheets of `<sobot-preflight>`, of its panel too. */
import { css } from 'lit';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const preflightStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  css`
    :host {
      container-type: inline-size;
    }
    section + section {
      margin-block-start: 16px;
      padding-block-start: 12px;
      border-block-start: 1px solid var(--_line);
    }
    h3 {
      font-size: 16px;
    }
    ul.stack {
      gap: 10px;
    }
    li {
      display: flex;
      gap: 10px;
      overflow-wrap: anywhere;
    }
    li > div {
      min-inline-size: 0;
    }
    li b {
      margin-inline-end: 4px;
    }
    .ok > .icon {
      color: var(--_go);
    }
    .warning > .icon {
      color: var(--_warn);
    }
    .failed > .icon {
      color: var(--_stop);
    }
    .open {
      color: var(--_muted);
    }
    .failure > p {
      margin-block-end: 8px;
    }
    meter {
      inline-size: 100%;
      block-size: 16px;
    }
    input[type='range'][id] {
      margin: 0;
      min-block-size: 32px;
      padding: 0;
      border: 0;
      background: none;
      accent-color: var(--_accent);
    }
  `,
];
