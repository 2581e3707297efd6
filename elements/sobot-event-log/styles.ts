/** Style sheets of the view of `<sobot-event-log>`. They are loaded with it. */
import { css } from 'lit';

export const eventLogStyles = css`
  /* Rows of equal height, which the virtual list needs: seven of them are 322 px. The text is
     smaller than elsewhere, because logs are long. */
  .log {
    --_row: 46px;
    --_list: var(--sobot-event-log-height, 322px);
    font-size: 13px;
  }
  /* Fields and buttons in as many columns of 120 px as fit: two at 280 px, one line in a wide
     page. */
  .bar {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
    gap: 8px;
  }
  .bar input,
  .bar select {
    min-block-size: 36px;
    padding: 4px 10px;
    font-size: 13px;
  }
  .bar .button {
    min-block-size: 36px;
    padding-inline: 8px;
    font-size: 13px;
  }
  /* The list, at least one row high. Its height and scrolling come from the virtual list. */
  .virtual {
    min-block-size: var(--_row);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  /* Sign, name and time in the first line, the summary in the second. */
  .virtual .row {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-content: center;
    gap: 0 8px;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_line);
  }
  /* A bar at the start of the selected row: the background differs too little from the others. */
  .row[aria-selected='true'] {
    background: var(--_sunken);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  /* Shadows have no logical direction. */
  .row:dir(rtl)[aria-selected='true'] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .sign {
    grid-row: span 2;
    align-self: center;
    color: var(--_muted);
    font-weight: 700;
  }
  /* Texts are cut, because rows have one height. The details show an entry as a whole. */
  .name,
  .brief {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 600;
  }
  .brief,
  time,
  .count {
    color: var(--_muted);
    font-size: 12px;
  }
  .brief {
    grid-column: 2 / -1;
  }
  /* Failed and unknown entries. The second line says the same in words. */
  .bad {
    color: var(--_stop);
  }
  .strange {
    color: var(--_warn);
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }
  /* The selected entry, and the section of unknown names. */
  .details,
  .strangers {
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .head .button {
    min-block-size: 32px;
    min-inline-size: 32px;
  }
  h3 {
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  /* Data wraps at any character: a line of JSON has few spaces, and scrolling sideways hides the
     rest. */
  pre,
  code {
    font:
      12px/1.5 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  /* A long entry scrolls inside, so that the list stays in sight. */
  pre {
    margin: 0;
    max-block-size: 240px;
    overflow: auto;
  }
  /* A click selects the whole attribute, for browsers that refuse the clipboard. */
  .strangers code {
    display: block;
    padding: 8px;
    border-radius: calc(var(--_radius) - 4px);
    background: var(--_surface);
    user-select: all;
  }
  li > span {
    color: var(--_muted);
  }
  /* Forced colours remove background and shadow, so the selected row needs an outline. */
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
