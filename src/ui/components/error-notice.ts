/**
 * The places of content that is not there: an error with a button to try again, and a skeleton
 * while it loads. Elements that query figures use both.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { SobotError } from '../../sdk/index.js';
import { actionButton } from './button.js';
import { circleAlert } from '../icons/index.js';
import type { baseMessages, Translate } from '../i18n/index.js';

/**
 * Renders the error of a query with a button that sends the query again. Without an error it
 * renders an empty live region, because a region that appears together with its text is not
 * announced.
 * @param retry sends the query again
 */
export const errorNotice = (
  t: Translate<typeof baseMessages>,
  error: SobotError | null,
  retry: () => void,
): TemplateResult =>
  html`<div class="retry" role="status" part="error">
    ${
      error
        ? html`<p class="notice bad">${circleAlert}<span>${error.message}</span></p>
            ${actionButton({ label: t('base.tryAgain'), part: 'try-again', variant: 'plain', onClick: retry })}`
        : nothing
    }
  </div>`;

/**
 * A skeleton has the size of the content that it stands for, so that nothing moves when that
 * arrives.
 */
export const skeletonStyles = css`
  /* The notice above its button. */
  .retry {
    display: grid;
    gap: 8px;
  }
  .retry:not(:has(*)) {
    position: absolute; /* remains a live region and adds no gap */
  }
  /* The place of the content, in the colour of a box. */
  .skeleton {
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  /* Slow pulses show that something loads. Users who reduce motion get a still box. */
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: skeleton-pulse 1.6s ease-in-out infinite alternate;
    }
  }
  @keyframes skeleton-pulse {
    to {
      opacity: 0.5;
    }
  }
`;
