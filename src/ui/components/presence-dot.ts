/** The dot before a status. */
import { css, html, type TemplateResult } from 'lit';
import type { Presence } from '../../state/index.js';

/** Renders the dot of a status. Shapes differ as well as colours, for agents who can't tell the colours apart. */
export const presenceDot = (status: Presence['status']): TemplateResult =>
  html`<span class="dot ${status}" part="dot" aria-hidden="true"></span>`;

/** In forced colours the dots keep their shapes. */
export const presenceStyles = css`
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    background: currentColor;
    color: var(--_muted);
    box-shadow: 0 0 0 3px color-mix(in srgb, currentColor 22%, transparent);
    forced-color-adjust: none;
  }
  .dot.ready {
    border-radius: 50%;
    color: var(--_go);
  }
  .dot.dnd {
    border-radius: 2px;
    color: var(--_stop);
  }
  .dot.break {
    border: 2px solid currentColor;
    border-radius: 50%;
    background: linear-gradient(90deg, currentColor 50%, transparent 50%);
    color: var(--_warn);
  }
  .dot.offline {
    border: 2px solid currentColor;
    border-radius: 50%;
    background: transparent;
    box-shadow: none;
  }
`;
