import { css } from 'lit';

export const sandboxStyles = css`
  :host {
    container-type: inline-size;
  }
  .panel {
    gap: 20px;
  }
  .about,
  .hint {
    color: var(--_muted);
  }
  fieldset {
    display: block;
  }
  legend,
  summary {
    padding-block-end: 8px;
    font-weight: 700;
    font-size: 15px;
  }
  summary {
    padding-block: 4px;
    cursor: pointer;
  }
  details[open] summary {
    padding-block-end: 8px;
  }
  label.field {
    font-weight: 600;
  }
  .fields {
    display: grid;
    gap: var(--_gap);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .buttons .button,
  form > .button {
    flex: 1 1 auto;
    min-block-size: 40px;
    padding-inline: 12px;
  }
  .check {
    margin-block-start: 8px;
  }
  .call {
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .call + .call {
    margin-block-start: 8px;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .who .tag {
    background: var(--_surface);
  }
  .inline {
    display: flex;
    gap: 8px;
  }
  .inline .button {
    flex: none;
  }
  .hint:empty {
    display: none;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .small {
    min-block-size: 32px;
    padding-inline: 10px;
    gap: 6px;
    font-weight: 600;
    font-size: 13px;
  }
  .chips .small {
    border-color: var(--_line);
    color: var(--_text);
    font-weight: 400;
    text-align: start;
  }
  code {
    font-weight: 600;
    font-family: inherit;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  td {
    padding: 4px 0;
    text-align: start;
  }
  td + td {
    padding-inline-start: 12px;
  }
  td:first-child {
    inline-size: 1%;
    white-space: nowrap;
  }
  .any {
    padding-inline-start: 12px;
    color: var(--_muted);
  }
  @container (min-width: 400px) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
