/** Style sheets of `<sobot-network-quality>`. */
import { css } from 'lit';
import { textStyles, tokenStyles } from '../../src/ui/styles/index.js';

export const networkQualityStyles = [
  tokenStyles,
  textStyles,
  css`
    :host {
      --_good: var(--sobot-network-quality-good, var(--_go));
      --_poor: var(--sobot-network-quality-poor, var(--_warn));
      --_bad: var(--sobot-network-quality-bad, var(--_stop));
    }
    :host([compact]:not([hidden])) {
      display: inline-block;
    }
    .level,
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .word {
      font-weight: 600;
    }
    .age {
      margin-inline-start: auto;
      color: var(--_muted);
      font-size: 12px;
    }
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
    .old .meter,
    .none {
      color: var(--_muted);
    }
    .on {
      fill: currentColor;
    }
    .off {
      fill: var(--_line);
    }
    .meter path {
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
    }
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
    .limit {
      stroke: var(--_field-line);
      stroke-dasharray: 2 4;
      vector-effect: non-scaling-stroke;
    }
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
    /* Nothing in it takes no room; yet it has to be there before there is something to announce. */
    .warnings:not(:has(p)) {
      position: absolute;
    }
    .empty {
      color: var(--_muted);
    }
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
