/** Styles of `<sobot-wrap-up>`: one column in a card, three columns in a bar. */
import { css } from 'lit';
import { buttonStyles, fieldStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

const ownStyles = css`
  /* The element's own width decides between column and bar, not the window's: it may be in a
     panel of 280 px on a wide screen. */
  :host {
    container-type: inline-size;
  }
  /* The ended call, in the place where the call was. */
  .call {
    display: grid;
    justify-items: center;
    gap: 2px;
    text-align: center;
  }
  /* The bar, the line below it and an error belong together. */
  .time {
    display: grid;
    gap: 8px;
  }
  /* The bar is drawn here for each engine: none of them lets a page colour its own. */
  progress {
    display: block;
    appearance: none;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_line);
  }
  /* Chrome and Safari draw track and bar as two pseudo-elements, Firefox the bar alone. A rule
     that lists both would be dropped by each of them. */
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--sobot-wrap-up-bar, var(--_warn));
  }
  progress::-moz-progress-bar {
    border-radius: 3px;
    background: var(--sobot-wrap-up-bar, var(--_warn));
  }
  /* The time left and the extension share a line, where there is room for both. */
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  /* Takes the rest of the line, so that the extension is at its end. */
  .left {
    flex: 1 1 auto;
    color: var(--_muted);
  }
  /* The length and the button that applies it look like one control. The select is as wide as its
     text here; elsewhere fields fill their line. */
  .extension {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .extension select {
    inline-size: auto;
    padding-inline: 8px;
  }
  .extension .button {
    padding-inline: 12px;
    color: var(--_accent);
    font-weight: 600;
  }
  /* The usual end of the after-call work has the larger button. */
  .button.finish {
    flex-grow: 2;
  }
  /* In a bar, from left to right: the call and its time, the notes, the disposition and the end. */
  @container (min-width: 640px) {
    .stack:has(.time) {
      grid-template-columns: minmax(190px, 240px) minmax(0, 1fr) minmax(170px, 230px);
      grid-template-rows: auto 1fr;
    }
    .stack:has(.time) > * {
      grid-column: 3;
    }
    .stack:has(.time) > :is(.call, .time) {
      grid-column: 1;
    }
    .stack > .call {
      justify-items: start;
      text-align: start;
    }
    .stack:has(.time) > .notes {
      grid-area: 1 / 2 / span 2;
      grid-template-rows: auto 1fr;
    }
    .stack:has(.time) > .row {
      align-self: end;
    }
  }
  /* Forced colours remove backgrounds: the track gets a frame, the bar the user's highlight
     colour. */
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;

export const wrapUpStyles = [tokenStyles, buttonStyles, fieldStyles, textStyles, ownStyles];
