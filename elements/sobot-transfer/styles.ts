import { css } from 'lit';

export const transferStyles = css`
  :host {
    --_list: 232px;
    --_row: 46px;
  }
  .stack {
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .tabs {
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
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
  .tabs :focus-visible {
    outline-offset: -2px;
  }
  .tabs [aria-selected='true'] {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  .search {
    position: relative;
  }
  .search input {
    padding-inline-start: 38px;
  }
  .search .icon {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    inline-size: 16px;
    block-size: 16px;
    color: var(--_muted);
    pointer-events: none;
  }
  .virtual .row {
    gap: 10px;
    padding-inline: 10px;
    border-radius: calc(var(--_radius) - 3px);
  }
  .virtual .row > * {
    flex: none;
  }
  .virtual .row > .who {
    display: flex;
    flex: 1;
    gap: 6px;
    align-items: baseline;
    min-inline-size: 0;
    white-space: nowrap;
  }
  .who > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row:hover,
  .row[aria-selected='true'] {
    background: var(--_sunken);
  }
  .row[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 6px 8px;
  }
  .entry label {
    grid-column: 1 / -1;
  }
  .entry input {
    min-block-size: var(--_target);
    font-size: 16px;
  }
  .recent {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
  }
  .recent .button {
    max-inline-size: 100%;
    padding-inline: 10px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .skeleton {
    block-size: 138px;
  }
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
