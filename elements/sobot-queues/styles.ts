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
    /* As wide as the element, in a side bar of 280px too. */
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    /* Figures are aligned at their last digit, so that their lengths compare. */
    th,
    td {
      padding: 6px 4px;
      font-weight: 400;
      text-align: end;
    }
    /* Names of skill groups may be long: they wrap, and the figures keep their columns. */
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
    /* A fixed width: a column must not jump when a count gets another digit. It grows with the
       text. */
    tbody td {
      inline-size: 5.5em;
      font-weight: 600;
    }
    /* A count above a threshold: icon and word repeat the colour, which forced colours replace. */
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
    /* Old figures are bold as well as coloured. */
    .age.old {
      color: var(--_warn);
      font-weight: 600;
    }
    /* The height of about three rows. */
    .skeleton {
      block-size: 120px;
    }
  `,
];
