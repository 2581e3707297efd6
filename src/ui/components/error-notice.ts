import { css, html, nothing, type TemplateResult } from 'lit';
import type { SobotError } from '../../sdk/index.js';
import { actionButton } from './button.js';
import { circleAlert } from '../icons/index.js';
import type { baseMessages, Translate } from '../i18n/index.js';

/** What a query failed with, and how to try again; a live region. */
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

/** Also what stands in a place until its content has come: of the same size, so that nothing jumps. */
export const skeletonStyles = css`
  .retry {
    display: grid;
    gap: 8px;
  }
  .retry:not(:has(*)) {
    position: absolute; /* still a live region, and no gap */
  }
  .skeleton {
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
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
