/**
 * The base style sheet of every element: the theme's custom properties with their defaults, and a
 * small reset. The table of custom properties in docs/theming.md is generated from the lines of
 * this file, so each property stays on one line.
 */
import { css } from 'lit';

/**
 * The custom properties and the reset, for every host. A page sets `--sobot-…` on any ancestor. A
 * property that the page doesn't set has a default that follows the page's colour scheme.
 * The private names `--_…` keep each fallback in one place. Style sheets of elements use only
 * these.
 */
export const tokenStyles = css`
  :host {
    /* Surfaces and lines. A field has a stronger line than a row, because the line is all that
       shows the control (WCAG 1.4.11). */
    --_surface: var(--sobot-surface, light-dark(#ffffff, #16191f));
    --_sunken: var(--sobot-sunken, light-dark(#f5f6f8, #1d2128));
    --_line: var(--sobot-line, light-dark(#e2e5ea, #2e343e));
    --_field-line: var(--sobot-field-line, light-dark(#8b94a3, #5b6573));
    /* Text. Secondary text keeps the contrast of WCAG AA on both surfaces. */
    --_text: var(--sobot-text, light-dark(#161a21, #eef1f5));
    --_muted: var(--sobot-muted, light-dark(#5a6371, #a2acba));
    /* Meanings. Each colour has a partner for the text on it, because a light and a dark scheme
       need opposite ones. */
    --_accent: var(--sobot-accent, light-dark(#2b59e0, #93acff));
    --_on-accent: var(--sobot-on-accent, light-dark(#ffffff, #0d1633));
    --_go: var(--sobot-go, light-dark(#0b7a43, #4fca8e));
    --_on-go: var(--sobot-on-go, light-dark(#ffffff, #06251a));
    --_stop: var(--sobot-stop, light-dark(#c2262e, #ff7b7f));
    --_on-stop: var(--sobot-on-stop, light-dark(#ffffff, #2c0709));
    --_warn: var(--sobot-warn, light-dark(#8a5600, #f2b94a));
    /* Backgrounds of notices. They are mixed from the properties above, so that a page sets one
       colour and not two. */
    --_warn-soft: color-mix(in srgb, var(--_warn) 13%, var(--_surface));
    --_go-soft: color-mix(in srgb, var(--_go) 11%, var(--_surface));
    --_stop-soft: color-mix(in srgb, var(--_stop) 11%, var(--_surface));
    /* Measures. The default target of 44px is the touch target of WCAG 2.5.5. */
    --_radius: var(--sobot-radius, 10px);
    --_gap: var(--sobot-gap, 12px);
    --_target: var(--sobot-target, 44px);
    --_font: var(--sobot-font, system-ui, sans-serif);
    /* An element may be an item of a grid or a flex box. Without the minimum of 0 a long name
       would widen the column of the page. */
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    color: var(--_text) !important;
    font: 14px/1.45 var(--_font);
    font-family: var(--_font) !important;
    /* Digits of equal width: a running time would otherwise move its neighbours every second. */
    font-variant-numeric: tabular-nums;
    text-align: start;
    /* Properties that a page inherits into the element and that could hide or deform its text. Important, because the
       page's own rules for the element would win otherwise. */
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-indent: 0 !important;
    text-transform: none !important;
    text-shadow: none !important;
    white-space: normal !important;
    word-break: normal !important;
    overflow-wrap: break-word !important;
    hyphens: manual !important;
    font-style: normal !important;
    font-stretch: normal !important;
    writing-mode: horizontal-tb !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-stroke: 0 !important;
    -webkit-text-security: none !important;
    /* Mobile browsers darken a tapped key. The kit has its own pressed states. */
    -webkit-tap-highlight-color: transparent;
  }
  /* The display of :host would override the hidden attribute. */
  :host([hidden]) {
    display: none;
  }
  /* Padding and borders count into widths, so that full-width fields fit their boxes. Content of
     the page in a slot is not matched and keeps its own model. */
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  /* A reset for the semantic elements of the templates. They are chosen for their roles, and
     their default margins vary between browsers. A fieldset has a minimum width of its content
     and would not fit into 280px. */
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
  /* Lists of the kit have no markers. */
  ul,
  ol {
    list-style: none;
  }
  /* Icons scale with the text, because users can enlarge text alone (WCAG 1.4.4). Their colour
     is that of the text, also in forced colours. */
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
  /* An outline, and not a shadow: forced colours remove shadows. */
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* The reason of a disabled control, which a press on it shows. */
  .reason {
    inset: auto;
    max-inline-size: min(260px, calc(100vw - 16px));
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 13px/1.4 var(--_font);
    overflow-wrap: anywhere;
  }
  /* Text for screen readers only. It keeps a box of one pixel, because text without a box is not
     announced. */
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
