/**
 * Styles of `<sobot-login>`: the form, the list of extensions, the groups, and the placeholders
 * while it loads.
 * Fields, buttons and radio groups have their styles from `src/ui`.
 */
import { css } from 'lit';
import { radioGroupStyles, skeletonStyles } from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const loginStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  radioGroupStyles,
  skeletonStyles,
  css`
    /* One column in a panel, two where there is room. The inner minimum keeps a column within an
       element of 280 px, however large its text is. */
    .form {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(240px, 40%)), 1fr));
      gap: 14px 24px;
      align-items: start;
    }
    /* Errors cross both columns: they are about the whole form. */
    .form > .retry,
    .form > .failure {
      grid-column: 1 / -1;
    }
    /* The last row has a field, a checkbox or the button side by side: they end at one line. */
    .form > .submit,
    .form > .check {
      align-self: end;
    }
    /* The field and its list. The arrow lies over the padding of the field and lets clicks
       through to it. */
    .combo {
      position: relative;
    }
    .combo input {
      padding-inline-end: 40px;
    }
    .combo > .icon {
      position: absolute;
      inset-block-start: 12px;
      inset-inline-end: 12px;
      inline-size: 16px;
      block-size: 16px;
      color: var(--_muted);
      pointer-events: none;
    }
    /* Over the fields below, so that the form keeps its height while the agent types. */
    .popup {
      position: absolute;
      z-index: 2;
      inset-block-start: calc(100% + 4px);
      inset-inline: 0;
      padding: 4px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: 0 8px 24px rgb(0 0 0 / 22%);
    }
    /* Hidden, not removed: the field's aria-controls must name an element in the document. */
    .popup[hidden] {
      display: none;
    }
    /* Scrolls by itself. Without containment the page would scroll at the end of the list. */
    .popup ul {
      position: relative;
      max-block-size: 200px;
      overflow-y: auto;
      overscroll-behavior: contain;
    }
    /* A row of 36 px is a target for a finger, above the 24 px of WCAG 2.5.8. */
    .popup li {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 36px;
      padding: 4px 10px;
      border-radius: calc(var(--_radius) - 3px);
      cursor: pointer;
    }
    /* The check mark of the extension in the field, at the end of the row. */
    .popup li .icon {
      inline-size: 16px;
      block-size: 16px;
      margin-inline-start: auto;
    }
    /* The pointer and the arrow keys mark a row alike; the outline shows where Enter leads. */
    .popup li.active,
    .popup li:hover {
      background: var(--_sunken);
    }
    .popup li.active {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }
    /* The number of matches, below the list. It takes no room while it has no text. */
    .popup > .hint {
      padding: 6px 10px;
    }
    .popup > .hint:empty {
      display: none;
    }
    /* An invalid value has a text besides the colour of its border. */
    .invalid {
      color: var(--_stop);
      font-size: 12px;
    }
    input[aria-invalid='true'] {
      border-color: var(--_stop);
    }
    /* The marks of the initial statuses. A circle and a square differ without colour, too. */
    .dot {
      flex: none;
      inline-size: 10px;
      block-size: 10px;
      border-radius: 50%;
      background: var(--_go);
    }
    .dot.dnd {
      border-radius: 2px;
      background: var(--_stop);
    }
    /* Five rows, then the list scrolls: agents of large companies are in dozens of groups. */
    .groups {
      display: grid;
      gap: 2px;
      max-block-size: 118px;
      margin-block-start: 4px;
      overflow-y: auto;
    }
    /* The detail goes below a long name, and a name without spaces breaks. */
    .groups li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 12px;
      overflow-wrap: anywhere;
    }
    /* Placeholders have the size of their controls, so that the form appears without a jump. */
    .groups.skeleton {
      block-size: 61px;
    }
    .submit {
      inline-size: 100%;
    }
    .skeleton.legend {
      inline-size: 45%;
      block-size: 18px;
      border-radius: 4px;
    }
    .skeleton.control {
      block-size: 46px;
    }
  `,
];
