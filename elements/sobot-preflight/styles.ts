/**
 * Style sheets of `<sobot-preflight>`, of its panel too. They are short, so they are loaded with
 * the element.
 */
import { css } from 'lit';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const preflightStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  css`
    /* The panel adapts to the width of its place, which may be a side bar in a wide window. */
    :host {
      container-type: inline-size;
    }
    /* The settings are a section of their own, below a line. */
    section + section {
      margin-block-start: 16px;
      padding-block-start: 12px;
      border-block-start: 1px solid var(--_line);
    }
    /* Smaller than the heading of a page, which the element is a part of. */
    h3 {
      font-size: 16px;
    }
    ul.stack {
      gap: 10px;
    }
    /* Icon beside text. Origins and names of devices break anywhere, down to 280px. */
    li {
      display: flex;
      gap: 10px;
      overflow-wrap: anywhere;
    }
    li > div {
      min-inline-size: 0;
    }
    /* Name and status stay apart where a line breaks between them. */
    li b {
      margin-inline-end: 4px;
    }
    /* The colour marks the icon alone, and repeats the status that the row has in words. */
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
    /* Between the question and its buttons. */
    .failure > p {
      margin-block-end: 8px;
    }
    /* The level follows the voice, so it is as wide as the panel. */
    meter {
      inline-size: 100%;
      block-size: 16px;
    }
    /* A slider and not a field: no box around it. Its height is above the 24px of WCAG 2.5.8.
       The attribute in the selector outranks the rules of fieldStyles. */
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
