/**
 * Styles of the panel: dense, because a developer needs all sections in sight beside the phone.
 * Buttons are lower than the touch target of the kit, and above the 24px of WCAG 2.5.8.
 */
import { css } from 'lit';

export const sandboxStyles = css`
  /* Explanations stand back behind labels and states. */
  .about,
  .hint {
    color: var(--_muted);
  }
  /* Smaller than the phone beside it, which is the object of the test. */
  .panel,
  .panel .button {
    font-size: 13px;
  }
  /* The legends are headings: no frames around the sections. */
  fieldset {
    display: block;
  }
  legend,
  summary {
    padding-block: 0 8px;
    font-weight: 700;
    font-size: 15px;
  }
  summary {
    cursor: pointer;
  }
  /* Closer than in elements for agents. */
  .stack {
    gap: 8px;
  }
  /* The columns of labels and fields would be far apart in a wide place. */
  .panel {
    gap: 20px;
    max-inline-size: 560px;
  }
  /* Label and field side by side, to save height. */
  label.field {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    align-items: center;
    color: var(--_muted);
    font-weight: 400;
  }
  /* Fields are as dense as their labels. */
  input:not([type='checkbox']),
  select {
    min-block-size: 36px;
    padding: 4px 10px;
  }
  select {
    padding-inline-end: 4px;
    text-overflow: ellipsis;
  }
  /* Two buttons stand side by side at 280px. */
  .button {
    min-block-size: 40px;
    padding-inline: 8px;
  }
  /* As many buttons in a row as fit, all of the same width. */
  .buttons {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
    gap: 8px;
  }
  .check {
    margin-block-start: 4px;
  }
  .choose {
    position: relative;
  }
  /* The file field is hidden in its label, which shows the focus for it. */
  .choose:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* A party on the telephone, customer or colleague. */
  .call {
    padding: 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  :not(legend) + .call {
    margin-block-start: 8px;
  }
  /* Number and state share a line where both fit. */
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    font-size: 15px;
  }
  /* The block has the usual background of a tag. */
  .who .tag {
    background: var(--_surface);
  }
  /* The field of the digits with its button. */
  .inline {
    display: flex;
    gap: 8px;
  }
  .inline .button {
    flex: none;
    padding-inline: 14px;
  }
  /* An empty live region takes no room. It is in the page from the start, or its first text
     would not be announced. */
  .failure:not(:has(p)) {
    position: absolute;
  }
  /* The faults that are set wrap like words. */
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* The buttons of the number table and of the faults: in a list of ten, 40 pixels would be too
     high. */
  .panel :is(.small, td .button) {
    min-block-size: 32px;
    padding-inline: 10px;
    gap: 6px;
  }
  .chips .small {
    border-color: var(--_line);
    color: var(--_text);
    text-align: start;
  }
  code {
    font-weight: 600;
    font-family: inherit;
  }
  /* Numbers and their behaviours, without lines: the buttons make the rows. */
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  td {
    padding: 3px 0;
    text-align: start;
  }
  td + td {
    padding-inline-start: 12px;
  }
  /* The column of the numbers is as narrow as its buttons. */
  td:first-child {
    inline-size: 1%;
    white-space: nowrap;
  }
  /* In line with the numbers, which stand in buttons. */
  .any {
    padding-inline-start: 11px;
    color: var(--_muted);
  }
`;
