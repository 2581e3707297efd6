/**
 * The look of texts that are no controls. A file of its own, because `buttons.ts` and `fields.ts`
 * are not needed with it.
 */
import { css } from 'lit';

/**
 * Styles of notices, tags, errors, numbers and definition lists, and the two layouts `.row` and
 * `.stack`.
 */
export const textStyles = css`
  /* A warning, or with bad an error. Messages of the platform may contain long IDs, so they
     break anywhere. */
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
  /* A live region announces only changes, so it is in the document before its first text. Out of
     the flow it adds no gap to a grid while it is empty. */
  .failure:not(:has(*)) {
    position: absolute;
  }
  /* A short state, such as "On hold". Its meaning is in the text, the colour only repeats it. */
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
  /* The number of the party is the largest text: agents read it aloud and type it elsewhere. It
     breaks rather than overflows with the text spacing of WCAG 1.4.12. */
  .number {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  /* Names and values of call data. minmax(0, …) lets a long value wrap instead of widening the
     list. */
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
  /* Buttons and fields side by side. They wrap at 280px or with large text, and fill their line. */
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .row > * {
    flex: 1 1 auto;
  }
  /* Parts below each other. The minimum of 0 keeps a long word from widening the stack. */
  .stack {
    display: grid;
    gap: var(--_gap);
    min-inline-size: 0;
  }
`;
