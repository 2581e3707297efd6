/**
 * The look of the kit's buttons. A file of its own, because elements without a button don't need
 * it.
 */
import { css } from 'lit';

/**
 * Styles of the buttons that `actionButton` renders; each class is one of its variants. Disabled
 * buttons are `aria-disabled`, so no rule may use `:disabled`.
 */
export const buttonStyles = css`
  /* The base. Height and width are at least a touch target, and grow with larger text. A
     transparent border keeps its place for variants and for forced colours, which show it. */
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
    /* No wait for a double tap: keypad digits are pressed quickly. */
    touch-action: manipulation;
  }
  /* Hover mixes in the text colour, which darkens in the light scheme and lightens in the dark
     one. */
  .button:hover {
    background: color-mix(in srgb, var(--_text) 7%, var(--_sunken));
  }
  /* A tile has its icon above its text. Small padding at the sides lets three tiles fit into
     280px. */
  .tile {
    flex-direction: column;
    gap: 4px;
    min-block-size: 56px;
    padding: 8px 2px;
    font-size: 12px;
    font-weight: 400;
    line-height: 1.2;
  }
  /* Long words of other languages break instead of widening the tile. */
  .tile .label {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  /* The active state of a toggle, and the main action. on is for toggles that change their name
     instead of aria-pressed. */
  .tile[aria-pressed='true'],
  .tile.on,
  .accent {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  /* The same mix as above, on coloured buttons. The text on them keeps its contrast. */
  .accent:hover,
  .tile[aria-pressed='true']:hover,
  .tile.on:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_accent));
  }
  /* Answer and call. */
  .go {
    background: var(--_go);
    color: var(--_on-go);
  }
  .go:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_go));
  }
  /* Hang up, decline, and commands that can't be undone. */
  .stop {
    background: var(--_stop);
    color: var(--_on-stop);
  }
  .stop:hover {
    background: color-mix(in srgb, var(--_text) 14%, var(--_stop));
  }
  /* A second red button in the same view has an outline only, so that one action is the main
     one. */
  .stop.outlined {
    border-color: color-mix(in srgb, var(--_stop) 55%, transparent);
    background: transparent;
    color: var(--_stop);
  }
  .stop.outlined:hover {
    background: var(--_stop-soft);
  }
  /* Secondary actions. */
  .plain {
    border-color: var(--_line);
    background: var(--_surface);
  }
  /* Actions within text, such as Refresh. They have no box. */
  .quiet {
    padding: 0 8px;
    background: transparent;
    color: var(--_muted);
    font-weight: 400;
  }
  /* WCAG exempts disabled controls from contrast. The reason is in the description and in the
     tooltip, with full contrast. */
  .button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.5;
  }
  /* A pending command is lighter than a disabled one: it looks like a wait, not like a refusal. */
  .button[aria-busy='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  /* Forced colours remove backgrounds, so a border and system colours show button, toggle and
     disabled state. Opacity would lower the contrast that the user asked for. */
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
