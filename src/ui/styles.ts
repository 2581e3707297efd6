import { css } from 'lit';

/**
 * The tokens, on every host. A page sets `--sobot-…` anywhere above; what it leaves alone follows its colour scheme.
 * The private names in front keep the fallbacks in one place.
 */
export const tokens = css`
  :host {
    --_surface: var(--sobot-surface, light-dark(#ffffff, #16191f));
    --_sunken: var(--sobot-sunken, light-dark(#f5f6f8, #1d2128));
    --_line: var(--sobot-line, light-dark(#e2e5ea, #2e343e));
    --_field-line: var(--sobot-field-line, light-dark(#8b94a3, #5b6573));
    --_text: var(--sobot-text, light-dark(#161a21, #eef1f5));
    --_muted: var(--sobot-muted, light-dark(#5a6371, #a2acba));
    --_accent: var(--sobot-accent, light-dark(#2b59e0, #93acff));
    --_on-accent: var(--sobot-on-accent, light-dark(#ffffff, #0d1633));
    --_go: var(--sobot-go, light-dark(#0b7a43, #4fca8e));
    --_on-go: var(--sobot-on-go, light-dark(#ffffff, #06251a));
    --_stop: var(--sobot-stop, light-dark(#c2262e, #ff7b7f));
    --_on-stop: var(--sobot-on-stop, light-dark(#ffffff, #2c0709));
    --_warn: var(--sobot-warn, light-dark(#8a5600, #f2b94a));
    --_warn-soft: color-mix(in srgb, var(--_warn) 13%, var(--_surface));
    --_go-soft: color-mix(in srgb, var(--_go) 11%, var(--_surface));
    --_stop-soft: color-mix(in srgb, var(--_stop) 11%, var(--_surface));
    --_radius: var(--sobot-radius, 10px);
    --_gap: var(--sobot-gap, 12px);
    --_target: var(--sobot-target, 44px);
    --_font: var(--sobot-font, system-ui, sans-serif);
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    color: var(--_text);
    font: 14px/1.45 var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  p,
  h2,
  h3,
  dl,
  dd,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons of `button.ts`: tiles (icon over word), the two calls to action, and plain ones. */
export const buttons = css`
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

/** Fields, labels, and radio groups drawn as one segmented control. */
export const fields = css`
  .field {
    display: grid;
    gap: 6px;
  }
  label,
  legend,
  .legend {
    padding: 0;
    font-weight: 600;
    font-size: 13px;
  }
  .hint {
    color: var(--_muted);
    font-size: 12px;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 40px;
    padding: 8px 12px;
    border: 1px solid var(--_field-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  textarea {
    min-block-size: 72px;
    resize: vertical;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .segments {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: 2px;
    margin-block-start: 6px;
    padding: 3px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .segments label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 40px;
    padding: 4px 8px;
    border-radius: calc(var(--_radius) - 3px);
    color: var(--_muted);
    text-align: center;
    cursor: pointer;
  }
  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .segments label:has(:checked) {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
  }
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .segments label:has(:disabled) {
    cursor: not-allowed;
    opacity: 0.5;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    font-weight: 400;
  }
  .check input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .segments label:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;

/** Notices, tags, failures and definition lists. */
export const texts = css`
  .notice {
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_warn-soft);
    color: var(--_warn);
    font-weight: 600;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .notice.bad {
    background: var(--_stop-soft);
    color: var(--_stop);
  }
  .failure:empty {
    display: none;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--_sunken);
    color: var(--_muted);
    font-weight: 600;
    font-size: 13px;
  }
  .tag.go-tag {
    background: var(--_go-soft);
    color: var(--_go);
  }
  .tag.warn-tag {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .number {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    text-align: end;
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .row > * {
    flex: 1 1 auto;
  }
  .stack {
    display: grid;
    gap: var(--_gap);
    min-inline-size: 0;
  }
`;
