/** Styles of the lists of agents. Apart from `agent-list.ts`, which is long enough without them. */
import { css } from 'lit';

/**
 * Filters above, rows of one or two lines, and below the number of agents and the age of the list.
 */
export const agentListStyles = css`
  /* Subclasses query the width of the element, and not that of the window: the list may stand in
     a side bar. */
  .people {
    container-type: inline-size;
    gap: 8px;
  }
  /* Search and filters share lines where they fit. At 280px the search has a line of its own. */
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .filters > * {
    flex: 1 1 112px;
  }
  /* A long name of a skill group is cut in the closed select, and complete in its list. */
  .filters select {
    padding-inline: 8px;
    text-overflow: ellipsis;
  }
  .filters > .search {
    flex: 2 1 200px;
  }
  .virtual {
    --_row: 52px;
    --_list: var(--sobot-list, 286px); /* the half row at the end shows that there is more */
    border-block: 1px solid var(--_line);
  }
  .virtual .row {
    gap: 4px 8px;
    padding-inline: 4px;
  }
  .virtual .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  /* The row of pointer or focus, so that its buttons are seen to belong to it. */
  .row:hover,
  .row:focus-within {
    background: var(--_sunken);
  }
  /* The agent takes the space that the buttons leave, down to none. */
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
  /* All rows have the same height, so a long name is cut. Its tooltip has the whole. */
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
  /* Buttons keep their width. They are lower than the touch target, so that two lines of text
     determine the height of a row, and still exceed the 24px of WCAG 2.5.8. */
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
  /* Number and age at the start, Refresh at the end. */
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  /* Numbers and separators keep their order in languages that run from right to left. */
  .foot span {
    unicode-bidi: isolate;
  }
  .foot .button {
    flex: none;
    min-block-size: 32px;
    font-size: 12px;
  }
  /* An old age is bold as well as coloured. */
  .age.old {
    color: var(--_warn);
    font-weight: 600;
  }
  /* The height of four rows. */
  .skeleton {
    block-size: 208px;
  }
`;
