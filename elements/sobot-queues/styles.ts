/** Style sheets of `<sobot-queues>`: the table, and the counts that have reached a threshold. */
import { css } from 'lit';
import { skeletonStyles } from '../../src/ui/components/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const queuesStyles = [
  tokenStyles,
  buttonStyles,
  textStyles,
  skeletonStyles,
  css`
    .stack {
      gap: 6px;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 6px 4px;
      font-weight: 400;
      text-align: end;
    }
    th:first-child {
      text-align: start;
      overflow-wrap: anywhere;
    }
    thead th {
      color: var(--_muted);
      font-size: 12px;
    }
    tbody tr {
      border-block-start: 1px solid var(--_line);
    }
    tbody td {
      inline-size: 5.5em;
      font-weight: 600;
    }
    .warn,
    .alert {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 1px 8px;
      border-radius: 999px;
      background: var(--_warn-soft);
      color: var(--_warn);
      white-space: nowrap;
    }
    .alert {
      background: var(--_stop-soft);
      color: var(--_stop);
    }
    .level {
      font-size: 12px;
    }
    .age,
    .hint {
      color: var(--_muted);
      font-size: 12px;
    }
    .age.old {
      color: var(--_warn);
      font-weight: 600;
    }
    .skeleton {
      block-size: 120px;
    }
  `,
];
