import { css } from 'lit';

/**
 * The tokens, on every host. A page sets `--sobot-…` anywhere above; what it leaves alone follows its colour scheme.
 * The private names in front keep the fallbacks in one place.
 */
export const tokenStyles = css`
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
