import { css } from 'lit';

/** Notices, tags, failures and definition lists. */
export const textStyles = css`
  .notice {
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_warn-soft);
    color: var(--_warn);
    font-weight: 600;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .notice.bad {
    background: var(--_stop-soft);
    color: var(--_stop);
  }
  /* A live region has to be there before it speaks; out of the flow it takes no gap. */
  .failure:not(:has(*)) {
    position: absolute;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_sunken);
    color: var(--_muted);
    font-weight: 600;
    font-size: 13px;
  }
  .tag.go-tag {
    background: var(--_go-soft);
    color: var(--_go);
  }
  .tag.warn-tag {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .number {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    text-align: end;
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .row > * {
    flex: 1 1 auto;
  }
  .stack {
    display: grid;
    gap: var(--_gap);
    min-inline-size: 0;
  }
`;
