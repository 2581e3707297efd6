/**
 * Style sheet of `<sobot-call-controls>`. Its queries ask for the width of the element, not of the
 * window, because the same element stands in a side panel of 280 px and in a bar over the whole
 * page.
 */
import { css } from 'lit';

/** Layout of the buttons: rows of tiles in a panel, one line in a bar. Goes with `buttonStyles`. */
export const controlStyles = css`
  /* The element is the container of the queries below. */
  :host {
    container-type: inline-size;
  }
  /* Without a call the element leaves no gap in the page's layout. */
  :host(:state(empty)) {
    display: none;
  }
  /* Equal columns whose minimum is zero: a long label wraps in its tile and doesn't widen the row.
     */
  .actions,
  .consultation {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
  }
  /* Four columns of a phone below 280 px would break words such as Transfer in the middle. */
  @container (max-width: 249.98px) {
    .actions {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  /* The class nN is the number of tiles. Up to six, no row ends with a single tile. */
  .n1 {
    grid-template-columns: minmax(0, 1fr);
  }
  .n2,
  .consultation.n4 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .n3,
  .n6 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  /* Hang up, the panel and the buttons of a ringing call span all columns. */
  .wide,
  .actions > .stop {
    grid-column: 1 / -1;
  }
  /* Decline and Answer. The wide gap makes it hard to press the wrong one of two opposite commands.
     */
  .choice {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 16px;
  }
  .choice > :only-child {
    grid-column: 1 / -1;
  }
  /* Distance from the tiles: a slip of the finger must not end the call. */
  * + .stop:last-child {
    margin-block-start: 4px;
  }
  /* The urgent buttons are taller than other targets, and follow a theme that has larger ones. */
  .actions > .stop,
  .go,
  .choice .stop {
    min-block-size: max(48px, var(--_target));
    padding-inline: 8px;
  }
  /* The content that a tile opens: keypad, picker or notes. */
  .panel {
    padding-block: 4px;
  }
  .panel label {
    display: block;
    margin-block-end: 6px;
  }
  .failure > .notice {
    margin-block-start: 8px;
  }
  /* Five tiles in four columns would leave one alone in the second row. Below 296 px five columns
     are too narrow. */
  @container (min-width: 296px) {
    .n5 {
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: 6px;
    }
  }
  @container (max-width: 295.98px) {
    .n5 {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  /* In a bar: tiles of equal width in one line, Hang up at its end, panels in a line below. */
  @container (min-width: 560px) {
    .actions {
      display: flex;
      flex-wrap: wrap;
    }
    /* The group takes part in the line of the tiles. Its role and its name stay. */
    .consultation {
      display: contents;
    }
    .tile {
      flex: 1 1 0;
      min-inline-size: min-content;
      max-inline-size: 128px;
    }
    /* The tile is at least as wide as its longest word, so no word breaks in the middle. */
    .tile .label {
      font-size: 12px;
      overflow-wrap: normal;
    }
    .actions > .stop {
      margin-block-start: 0;
      margin-inline-start: auto;
      padding-inline: 16px;
    }
    .choice {
      margin-inline-start: auto;
    }
    .choice .button {
      padding-inline: 24px;
    }
    /* Behind the urgent buttons, so that they keep their place when a panel opens. */
    .panel {
      flex: 1 0 100%;
      order: 1;
    }
  }
  /* From 960 px all labels have room beside their icons, and the bar becomes as flat as a toolbar.
     */
  @container (min-width: 960px) {
    .tile {
      flex: none;
      flex-direction: row;
      gap: 6px;
      max-inline-size: none;
      min-block-size: var(--_target);
      padding: 0 12px;
      font-weight: 600;
    }
    .tile .label {
      font-size: 14px;
    }
  }
`;
