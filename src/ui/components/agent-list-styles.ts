import { css } from 'lit';

/** Styles of the lists of agents: filters above, rows of one or two lines, and number and age of the rows below. */
export const agentListStyles = css`
  .people {
    container-type: inline-size;
    gap: 8px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .filters > * {
    flex: 1 1 112px;
  }
  .filters select {
    padding-inline: 8px;
    text-overflow: ellipsis;
  }
  .filters > .search {
    flex: 2 1 200px;
  }
  .virtual {
    --_row: 52px;
    --_list: var(--sobot-list, 286px); /* half a row shows that there is more */
    border-block: 1px solid var(--_line);
  }
  .virtual .row {
    gap: 4px 8px;
    padding-inline: 4px;
  }
  .virtual .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  .row:hover,
  .row:focus-within {
    background: var(--_sunken);
  }
  .who {
    display: flex;
    flex: 1 1 0;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    padding-inline-start: 4px;
  }
  .person {
    flex: 0 1 auto;
    min-inline-size: 0;
  }
  .person > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .person .name {
    font-weight: 600;
  }
  .who .tag {
    flex: none;
    padding: 0 8px;
    font-size: 12px;
  }
  .acts {
    display: flex;
    flex: none;
    gap: 6px;
  }
  .acts .button {
    flex: 1 1 auto;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 0 10px;
    font-weight: 500;
    font-size: 13px;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .foot span {
    unicode-bidi: isolate;
  }
  .foot .button {
    flex: none;
    min-block-size: 32px;
    font-size: 12px;
  }
  .age.old {
    color: var(--_warn);
    font-weight: 600;
  }
  .skeleton {
    block-size: 208px;
  }
`;
