/**
 * Styles of `<sobot-transfer>`: tabs, list rows, and the entry of a number. The element opens below
 * the buttons of a call, so it is as low as a useful list allows.
 */
import { css } from 'lit';
import {
  phoneNumberFieldStyles,
  presenceStyles,
  searchFieldStyles,
  skeletonStyles,
  virtualListStyles,
} from '../../src/ui/components/index.js';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const ownStyles = css`
  /* Five rows, of which the last one is cut: a hint that the list scrolls. */
  :host {
    --_list: 232px;
    --_row: 46px;
  }
  /* Long names wrap or are cut instead of widening the only column. */
  .stack {
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  /* The tabs look like one switch. */
  .tabs {
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  /* Four tabs have to fit into 280 pixels, in every language. */
  .tabs .button {
    flex: 1 1 auto;
    min-inline-size: min-content;
    min-block-size: max(40px, var(--_target) - 4px);
    padding: 2px 3px;
    border-radius: calc(var(--_radius) - 3px);
    background: transparent;
    color: var(--_muted);
    font-size: 12px;
    line-height: 1.2;
  }
  /* Inside the tab: outside, its neighbours would cover the ring. */
  .tabs :focus-visible {
    outline-offset: -2px;
  }
  /* The selected tab is raised. Forced colours have no shadow: see the end. */
  .tabs [aria-selected='true'] {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  /* The list is inside the padding of the softphone, so rows have a small one. */
  .virtual .row {
    gap: 10px;
    padding-inline: 10px;
    border-radius: calc(var(--_radius) - 3px);
  }
  /* Dot, status and the number of ready members keep their widths. */
  .virtual .row > * {
    flex: none;
  }
  /* A long name is cut; number and status never are. */
  .virtual .row > .who {
    display: flex;
    flex: 1;
    gap: 6px;
    align-items: baseline;
    min-inline-size: 0;
    white-space: nowrap;
  }
  /* The name is the part that shrinks. */
  .who > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* A selected row is the target of a pending command, or the one that Enter takes. */
  .row:hover,
  .row[aria-selected='true'] {
    background: var(--_sunken);
  }
  /* An agent who is not logged in can be found, and has the reason as description. */
  .row[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  /* The label in the first line, field and button in the second one. */
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 6px 8px;
  }
  .entry label {
    grid-column: 1 / -1;
  }
  /* Below 16 pixels, iOS zooms into a focused field. */
  .entry input {
    min-block-size: var(--_target);
    font-size: 16px;
  }
  /* As high as three rows. */
  .skeleton {
    block-size: 138px;
  }
  /* Forced colours drop backgrounds and shadows, so selection is an outline there, and a
     disabled row has the system colour for that. */
  @media (forced-colors: active) {
    .tabs [aria-selected='true'],
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .row[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;

export const transferStyles = [
  tokenStyles,
  buttonStyles,
  fieldStyles,
  textStyles,
  presenceStyles,
  skeletonStyles,
  virtualListStyles,
  searchFieldStyles,
  phoneNumberFieldStyles,
  ownStyles,
];
