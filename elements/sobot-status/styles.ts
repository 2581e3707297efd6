/**
 * Styles of `<sobot-status>`: the button, the error over the content below, and the menu.
 * The dot of a status comes from `src/ui/components`, so that it looks alike in every element.
 */
import { css } from 'lit';
import { confirmDialogStyles, presenceStyles } from '../../src/ui/components/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const ownStyles = css`
  /* As wide as its text, so that a page can put it into a line. */
  :host {
    display: inline-block;
    position: relative;
    max-inline-size: 100%;
  }
  /* The button of the status: no frame, because it stands in headers. It has the height of a
     touch target. */
  .status {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 10px;
    max-inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0 8px;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  /* The only sign that the text can be pressed, besides the arrow. */
  .status:hover {
    background: var(--_sunken);
  }
  /* A change was sent. The old status is shown until the platform confirms the new one. */
  .status[aria-busy='true'] {
    cursor: progress;
    opacity: 0.7;
  }
  /* A long name of a break is cut: the header of the softphone has one line. */
  .name {
    overflow: hidden;
    font-weight: 700;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Less important than the status, so it has a quieter colour. */
  .time {
    color: var(--_muted);
  }
  /* Over the content below, so that an error moves nothing. */
  .trouble {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 0;
    z-index: 2;
  }
  /* As wide as its text, up to 250 px: it must fit into a panel of 280 px. The frame and the
     shadow set it apart from what it covers. */
  .trouble .notice {
    inline-size: max-content;
    max-inline-size: 250px;
    padding-inline-end: 40px;
    border: 1px solid color-mix(in srgb, var(--_stop) 40%, transparent);
    box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
  }
  /* In the corner of the error, which leaves room for it. 36 px can be hit with a finger, above
     the 24 px of WCAG 2.5.8. */
  .dismiss {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-end: 3px;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: var(--_stop);
    cursor: pointer;
  }
  /* The place is set by script, from that of the button. In a small window the menu scrolls, so
     that text spacing of WCAG 1.4.12 and a list of breaks never put an item out of reach. */
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 220px;
    max-inline-size: calc(100vw - 16px);
    max-block-size: min(420px, calc(100vh - 16px));
    overflow: auto;
    margin: 0;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
  }
  /* The selected status is bold and has a check mark: colour alone would not tell it. */
  .item {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  /* The pointer and the focus mark an item alike: a menu has one active item. */
  .item:hover,
  .item:focus-visible {
    background: var(--_sunken);
  }
  .item[aria-checked='true'] {
    font-weight: 700;
  }
  /* Dimmed, but still in the order of the arrow keys, where it can say why it is disabled. */
  .item[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.5;
  }
  /* A dot is smaller than an icon: the margins bring the texts of both into one line. */
  .item .dot {
    margin-inline: 4px;
  }
  .item .check {
    margin-inline-start: auto;
  }
  /* The reset ends a call. Colour, icon and a confirmation set it apart. */
  .item.danger {
    color: var(--_stop);
  }
  /* Separates statuses from the ways to log out. */
  .menu hr {
    margin: 6px 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
`;

export const statusStyles = [tokenStyles, buttonStyles, textStyles, confirmDialogStyles, presenceStyles, ownStyles];
