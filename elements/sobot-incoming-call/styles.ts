/** Style sheets of `<sobot-incoming-call>`: a column in a panel, a row in a bar. */
import { css } from 'lit';
import { callDataStyles } from '../../src/ui/call/index.js';
import { buttonStyles, textStyles, tokenStyles } from '../../src/ui/styles/index.js';

/** The style sheets, in the order of the cascade. */
export const incomingCallStyles = [
  tokenStyles,
  buttonStyles,
  textStyles,
  callDataStyles,
  css`
    /* The container of the queries below. The position keeps the hidden live region within the
       element. */
    :host {
      position: relative;
      container-type: inline-size;
    }
    /* Without a box the element leaves no gap, and its live region stays. */
    :host(:state(empty)) {
      display: contents;
    }
    .call {
      display: grid;
      gap: 12px;
    }
    /* The picture of a ringing telephone: a ring of its own, and a second one that moves. */
    .pulse {
      position: relative;
      display: grid;
      place-items: center;
      inline-size: 60px;
      block-size: 60px;
      margin: 8px auto 0;
      border: 2px solid color-mix(in srgb, var(--_go) 55%, transparent);
      border-radius: 50%;
      color: var(--_go);
      font-size: 20px;
    }
    .pulse::after {
      content: '';
      position: absolute;
      inset: -8px;
      border: 2px solid color-mix(in srgb, var(--_go) 30%, transparent);
      border-radius: 50%;
    }
    .who {
      text-align: center;
    }
    .name {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .origin {
      color: var(--_muted);
      overflow-wrap: anywhere;
    }
    /* Decline and Answer in equal halves. The gap makes it hard to press the wrong one. */
    .choice {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 16px;
    }
    /* Taller than other targets, because they are pressed in a hurry. */
    .choice .button {
      min-block-size: max(48px, var(--_target));
      padding-inline: 8px;
    }
    .failure:not(.row) > .notice {
      margin-block-end: 8px;
    }
    .footer {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      min-block-size: var(--_target);
      color: var(--_muted);
      font-size: 12px;
    }
    /* Silence while it is on. */
    .quiet[aria-pressed='true'] {
      background: var(--_sunken);
      color: var(--_text);
      font-weight: 600;
    }
    /* The waiting calls are smaller than the current one: it keeps the attention and the place. */
    .waiting-calls,
    .waiting-calls ul {
      display: grid;
      gap: 8px;
      font-size: 13px;
    }
    /* More than two scroll, so that the phone does not outgrow a window. */
    .waiting-calls ul {
      overflow: auto;
      max-block-size: max(300px, 40vh);
    }
    .call ~ .waiting-calls {
      margin-block-start: 12px;
    }
    .waiting {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
      padding: 10px 12px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .waiting.ringing {
      border-color: color-mix(in srgb, var(--_go) 55%, transparent);
    }
    .waiting .who {
      flex: 1 1 160px;
      min-inline-size: 0;
      text-align: start;
    }
    .waiting .name {
      font-size: 14px;
    }
    /* A number goes to the next line as a whole. */
    .waiting .name bdi {
      display: inline-block;
      max-inline-size: 100%;
    }
    .waiting .who .icon {
      vertical-align: -0.25em;
      margin-inline-end: 4px;
    }
    .waiting.ringing [part='waiting-state'] {
      color: var(--_go);
      font-weight: 600;
    }
    .waiting .choice {
      flex: 1 1 220px;
      gap: 8px;
    }
    .waiting .choice.n1 {
      flex: 0 1 auto;
      grid-template-columns: 1fr;
    }
    .waiting .choice .button {
      min-block-size: var(--_target);
      padding-inline: 12px;
    }
    /* In a bar: the caller on one side, the buttons on the other. */
    @container (min-width: 560px) {
      .call {
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
      }
      .call > * {
        grid-column: 1 / -1;
      }
      .call > .pulse {
        grid-column: 1;
        margin: 8px;
      }
      .call > .who {
        grid-column: 2;
        text-align: start;
      }
      .call > .choice {
        grid-area: 1 / -2;
      }
      .choice .button {
        padding-inline: 24px;
      }
      .waiting .choice {
        flex: none;
      }
    }
    /* In a wider bar error, time and Silence stand before the buttons, so that the bar has one
       line. */
    @container (min-width: 700px) {
      .call {
        grid-template-columns: auto minmax(0, 1fr) auto auto;
      }
      .call > :last-child {
        grid-area: 1 / 3;
      }
    }
    /* Motion only where the agent hasn't reduced it, and none for a silenced call. */
    @media (prefers-reduced-motion: no-preference) {
      .pulse::after {
        animation: pulse 1.6s ease-out infinite;
      }
      :host(:state(silenced)) .pulse::after {
        animation: none;
      }
    }
    @keyframes pulse {
      from {
        transform: scale(0.86);
        opacity: 1;
      }
      70%,
      to {
        transform: scale(1.14);
        opacity: 0;
      }
    }
  `,
];
