/**
 * Styles of the softphone: the card with its zones, and the row of tools. `bar-styles.ts` has the
 * layout of the bar.
 */
import { css } from 'lit';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';
import { barStyles } from './bar-styles.js';

const cardStyles = css`
  /* The bar queries the width of the element by this container. */
  :host {
    container: sobot-softphone / inline-size;
    max-inline-size: var(--sobot-softphone-width, 360px);
  }
  /* A bar is as wide as its place. */
  :host([layout='bar']) {
    max-inline-size: none;
  }
  /* Above the page, and within a window that is narrower than a card. */
  :host([layout='floating']) {
    position: fixed;
    inset-block-end: 16px;
    inset-inline-end: 16px;
    z-index: var(--sobot-softphone-z-index, 1000);
    inline-size: min(360px, calc(100vw - 32px));
  }
  /* The second row is the main zone: it takes the height that a page gives. */
  .card {
    display: grid;
    grid-template-rows: auto 1fr;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    box-shadow: 0 6px 20px rgb(15 23 42 / 8%);
  }
  header,
  footer {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  /* Header and footer have the same height in every view, so that nothing moves when the view
     changes. */
  header {
    min-block-size: 56px;
    padding: 5px 10px 5px 4px;
    padding-inline: 4px 12px;
    border-block-end: 1px solid var(--_line);
  }
  header h2 {
    padding-inline-start: 8px;
    font-size: 14px;
  }
  /* Pushes the end of the header away from its start. */
  .space {
    flex: 1;
  }
  /* The tag stays in one line beside the name of the agent. */
  .tag.sandbox {
    padding: 1px 8px;
    font-size: 11px;
    white-space: nowrap;
  }
  /* Long content wraps or is cut instead of widening the card, down to 280px. */
  .main {
    display: grid;
    align-content: start;
    gap: var(--_gap);
    min-inline-size: 0;
    padding: 12px;
  }
  /* A floating card grows upwards. The waiting calls stand above, so that Hang up stays where it is. */
  .floating sobot-incoming-call[waiting-only] {
    order: -1;
  }
  /* The footer wraps: a page may put content into its slot. */
  footer {
    flex-wrap: wrap;
    justify-content: space-between;
    min-block-size: 34px;
    padding: 6px 12px;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 12px;
  }
  /* The message of a view without a session. */
  .center {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 32px 8px;
    text-align: center;
  }
  /* Errors of the platform contain long IDs, which break anywhere. */
  .center p {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .center > .icon {
    inline-size: 32px;
    block-size: 32px;
    color: var(--_muted);
  }
  .center h3 {
    font-size: 16px;
  }
  /* The icon repeats what the text says, in the colour of errors. */
  .bad > .icon {
    color: var(--_stop);
  }
  /* The text says that the phone connects, so the icon need not turn. */
  @media (prefers-reduced-motion: no-preference) {
    .spin {
      animation: spin 1.2s linear infinite;
    }
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  /* Regions without a text are positioned here, out of the flow. */
  .main {
    position: relative;
  }
  /* The zone gets the focus by script alone, to keep it near the agent's work: no ring for that. */
  .main:focus {
    outline: none;
  }
  .notices {
    display: grid;
    gap: 8px;
    padding: 12px;
  }
  /* The live regions in it have to be there before their first text. Empty, they take no room. */
  .notices:not(:has(.notice)) {
    position: absolute;
  }
  /* Without a warning it is only a live region, and takes no room. */
  .warnings:not(:state(warning)) {
    position: absolute;
  }
`;

/**
 * The row of tools looks like the tabs of a telephone's app. The open tool scrolls, so that the row
 * stays in place.
 */
const toolStyles = css`
  .tools {
    display: flex;
    border-block-start: 1px solid var(--_line);
    padding: 4px;
  }
  /* All tools have the same width, down to nothing: six of them fit into 280px. The small labels
     are cut there, and complete in the tooltip and in the accessible name. */
  .tools .button {
    position: relative;
    display: grid;
    flex: 1 1 0;
    gap: 2px;
    justify-items: center;
    min-inline-size: 0;
    padding: 6px 0;
    color: var(--_muted);
    font-size: 10.5px;
    font-weight: 500;
  }
  /* Over the icon, so that the label keeps its place. */
  .badge {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: calc(50% + 4px);
    min-inline-size: 16px;
    border-radius: 8px;
    background: var(--_stop);
    color: var(--_on-stop);
    font-size: 10px;
    line-height: 16px;
    text-align: center;
  }
  .tools .label {
    overflow: hidden;
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }
  /* The open tool. Its state is in aria-expanded, the colour repeats it. */
  .tools [aria-expanded='true'] {
    color: var(--_accent);
  }
  /* The open tool scrolls in itself, so that the phone does not outgrow a window. */
  .tool {
    overflow: auto;
    max-block-size: min(420px, 60vh);
    padding: 12px;
    border-block-start: 1px solid var(--_line);
  }
`;

/** The order counts: the bar overrides the card. */
export const softphoneStyles = [tokenStyles, buttonStyles, textStyles, cardStyles, toolStyles, barStyles];
