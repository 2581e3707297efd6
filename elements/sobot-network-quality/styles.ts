/**
 * Styles of `<sobot-network-quality>`: the meter, the line of the last minutes, the figures, and
 * the warnings.
 */
import { css } from 'lit';
import { textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const networkQualityStyles = [
  tokenStyles,
  textStyles,
  css`
    /* The colours that a page can set, with those of the theme behind them. */
    :host {
      --_good: var(--sobot-network-quality-good, var(--_go));
      --_poor: var(--sobot-network-quality-poor, var(--_warn));
      --_bad: var(--sobot-network-quality-bad, var(--_stop));
    }
    /* The compact form is a part of a line of text. The attribute hidden must still hide it. */
    :host([compact]:not([hidden])) {
      display: inline-block;
    }
    /* The meter with its word, or with the icon of a warning. */
    .level,
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .word {
      font-weight: 600;
    }
    /* At the end of the line, small: it matters only when it is old. */
    .age {
      margin-inline-start: auto;
      color: var(--_muted);
      font-size: 12px;
    }
    /* The letter of the quality is the class of the meter, and sets its colour. The number of
       bars says the same without colour. */
    .meter {
      flex: none;
      inline-size: 22px;
      block-size: 16px;
      color: var(--_good);
    }
    .c {
      color: var(--_poor);
    }
    .b,
    .a {
      color: var(--_bad);
    }
    /* Old figures lose their colour, because they no longer say anything about the line. */
    .old .meter,
    .none {
      color: var(--_muted);
    }
    /* Filled bars have the colour of the meter, empty ones that of a line. */
    .on {
      fill: currentColor;
    }
    .off {
      fill: var(--_line);
    }
    /* The stroke through the bars of a lost connection. */
    .meter path {
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
    }
    /* Stretched to the width of the element. The lines keep their thickness, because their strokes
       don't scale. */
    .trend {
      display: block;
      inline-size: 100%;
      block-size: 36px;
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .trend polyline {
      fill: none;
      stroke: var(--_accent);
      stroke-width: 2;
      stroke-linejoin: round;
      stroke-linecap: round;
      vector-effect: non-scaling-stroke;
    }
    /* The value below which a sample is bad. Dashes tell it from the measured line. */
    .limit {
      stroke: var(--_field-line);
      stroke-dasharray: 2 4;
      vector-effect: non-scaling-stroke;
    }
    /* Four figures in a line, in two lines at 280 px or with a large text. */
    .figures {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 8px 12px;
    }
    dt {
      color: var(--_muted);
      font-size: 12px;
    }
    dt,
    dd {
      white-space: nowrap;
    }
    dd {
      font-weight: 600;
    }
    .level .icon {
      color: var(--_poor);
    }
    /* An empty live region takes no room and no gap; yet it has to be in the document before
       there is something to announce. */
    .warnings:not(:has(p)) {
      position: absolute;
    }
    .empty {
      color: var(--_muted);
    }
    /* Forced colours make filled and empty bars alike, so empty ones become outlines. The chart
       gets a frame for its lost background. */
    @media (forced-colors: active) {
      .off {
        fill: none;
        stroke: GrayText;
      }
      .trend {
        border: 1px solid;
      }
    }
  `,
];
