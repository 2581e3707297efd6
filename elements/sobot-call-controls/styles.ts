import { css } from 'lit';

export const controlStyles = css`
  :host {
    container-type: inline-size;
  }
  :host(:state(empty)) {
    display: none;
  }
  .actions,
  .consultation {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
  }
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
  .wide,
  .actions > .stop {
    grid-column: 1 / -1;
  }
  .choice {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 16px;
  }
  .choice > :only-child {
    grid-column: 1 / -1;
  }
  * + .stop:last-child {
    margin-block-start: 4px;
  }
  .actions > .stop,
  .go,
  .choice .stop {
    min-block-size: max(48px, var(--_target));
    padding-inline: 8px;
  }
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
  /* Five would leave one alone in the second row. */
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
  @container (min-width: 560px) {
    .actions {
      display: flex;
      flex-wrap: wrap;
    }
    .consultation {
      display: contents;
    }
    .tile {
      flex: 1 1 0;
      min-inline-size: min-content;
      max-inline-size: 128px;
    }
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
    .panel {
      flex: 1 0 100%;
      order: 1;
    }
  }
  /* Room for all words beside their icons. */
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
