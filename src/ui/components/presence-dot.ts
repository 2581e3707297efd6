/**
 * The dot before a status. It is a decoration: the text beside it names the status, and the dot is
 * hidden from screen readers.
 */
import { css, html, type TemplateResult } from 'lit';
import type { Presence } from '../../state/index.js';

/**
 * Renders the dot of a status. Its CSS part is `dot`. Shapes differ as well as colours, for agents
 * who can't tell the colours apart (WCAG 1.4.1).
 */
export const presenceDot = (status: Presence['status']): TemplateResult =>
  html`<span class="dot ${status}" part="dot" aria-hidden="true"></span>`;

/** The shapes of the dots: round, square, half and hollow. */
export const presenceStyles = css`
  /* All shapes paint with the text colour, so one property sets dot and halo. Forced colours
     would remove the background and with it the shape. */
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    background: currentColor;
    color: var(--_muted);
    box-shadow: 0 0 0 3px color-mix(in srgb, currentColor 22%, transparent);
    forced-color-adjust: none;
  }
  /* Full circle: ready. */
  .dot.ready {
    border-radius: 50%;
    color: var(--_go);
  }
  /* Square: do not disturb. */
  .dot.dnd {
    border-radius: 2px;
    color: var(--_stop);
  }
  /* Half circle: a break, or busy for a while. */
  .dot.break {
    border: 2px solid currentColor;
    border-radius: 50%;
    background: linear-gradient(90deg, currentColor 50%, transparent 50%);
    color: var(--_warn);
  }
  /* Hollow circle without a halo: logged out. */
  .dot.offline {
    border: 2px solid currentColor;
    border-radius: 50%;
    background: transparent;
    box-shadow: none;
  }
`;
