import { css } from 'lit';

/** Buttons of `button.ts`: tiles (icon over word), the two calls to action, and plain ones. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0 16px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button:hover {
    background: color-mix(in srgb, var(--_text) 7%, var(--_sunken));
  }
  .tile {
    flex-direction: column;
    gap: 4px;
    min-block-size: 56px;
    padding: 8px 2px;
    font-size: 12px;
    font-weight: 400;
    line-height: 1.2;
  }
  .tile .label {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .tile[aria-pressed='true'],
  .tile.on,
  .accent {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .accent:hover,
  .tile[aria-pressed='true']:hover,
  .tile.on:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_accent));
  }
  .go {
    background: var(--_go);
    color: var(--_on-go);
  }
  .go:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_go));
  }
  .stop {
    background: var(--_stop);
    color: var(--_on-stop);
  }
  .stop:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_stop));
  }
  .stop.outlined {
    border-color: color-mix(in srgb, var(--_stop) 55%, transparent);
    background: transparent;
    color: var(--_stop);
  }
  .stop.outlined:hover {
    background: var(--_stop-soft);
  }
  .plain {
    border-color: var(--_line);
    background: var(--_surface);
  }
  .quiet {
    padding: 0 8px;
    background: transparent;
    color: var(--_muted);
    font-weight: 400;
  }
  .button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.5;
  }
  .button[aria-busy='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
    .button[aria-pressed='true'],
    .tile.on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
