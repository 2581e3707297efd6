/** Style sheets of the view of `<sobot-event-log>`. They are loaded with it. */
import { css } from 'lit';

export const eventLogStyles = css`
  .log {
    --_row: 46px;
    --_list: var(--sobot-event-log-height, 322px);
    font-size: 13px;
  }
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
  .virtual {
    min-block-size: var(--_row);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .virtual .row {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-content: center;
    gap: 0 8px;
    padding-inline: 10px;
    border-block-end: 1px solid var(--_line);
  }
  .row[aria-selected='true'] {
    background: var(--_sunken);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .row:dir(rtl)[aria-selected='true'] {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .sign {
    grid-row: span 2;
    align-self: center;
    color: var(--_muted);
    font-weight: 700;
  }
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
  pre,
  code {
    font:
      12px/1.5 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  pre {
    margin: 0;
    max-block-size: 240px;
    overflow: auto;
  }
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
  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
