/**
 * The keypad of a telephone, for the number in `<sobot-dialer>` and for tones within a call in
 * `<sobot-dialpad>`. Both follow the grid pattern of the ARIA Authoring Practices.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ariaDisabled, press } from '../directives/index.js';

/** Messages of the keypad and of the keys that screen readers would read as symbols. */
export const keypadMessages = {
  'keypad.label': 'Keypad',
  'keypad.star': 'Star',
  'keypad.pound': 'Pound',
} as const;

/** The keys as on a telephone, row by row. */
const keyRows = ['123', '456', '789', '*0#'] as const;

/** Whether a key is one of the twelve, as in `dtmfDigits` of the SDK. */
export const isDtmfDigit = (key: string): boolean => /^[0-9*#]$/.test(key);

/**
 * Whether a key press types its character. `#`, `*` and `+` need Option or AltGr in some layouts; AltGr counts as Ctrl and
 * Alt in Windows. A digit with one of them is a shortcut of browser or page.
 */
export const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !metaKey && (/\d/.test(key) ? !ctrlKey && !altKey : !ctrlKey || altKey);

/** The content and the state of the keypad at one render. */
export interface KeypadOptions {
  /** The accessible name of the keypad. */
  readonly label: string;
  /** The accessible name of the key `*`. */
  readonly star: string;
  /** The accessible name of the key `#`. */
  readonly pound: string;
  /** Why the keys can't be used now; null where they can. */
  readonly reason?: string | null;
  /** Called with one of the twelve characters. */
  readonly onKey: (digit: string) => void;
}

/**
 * The steps of the keys that move the focus, within a row or a column; at the edge they stop. Home
 * and End go as far as a row can be wide.
 */
const arrowSteps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -2],
  End: [0, 2],
};

/** Moves the focus by the arrow keys. Key combinations stay with browser and page. */
function handleKeydown(event: KeyboardEvent): void {
  const step = arrowSteps[event.key];
  const grid = event.currentTarget as HTMLElement;
  const keys = [...grid.querySelectorAll('button')];
  const index = keys.indexOf(event.target as HTMLButtonElement);
  if (!step || index < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const row = Math.floor(index / 3) + step[0];
  const column = Math.min(2, Math.max(0, (index % 3) + step[1]));
  const next = row < 0 || row > 3 ? undefined : keys[row * 3 + column];
  next?.focus();
}

/**
 * Keeps one key in the tab order, the one that had the focus last. Twelve tab stops would lie
 * before the rest of the page.
 */
function handleFocusin(event: FocusEvent): void {
  const grid = event.currentTarget as HTMLElement;
  for (const key of grid.querySelectorAll('button')) key.tabIndex = key === event.target ? 0 : -1;
}

/**
 * Renders twelve keys as a grid that the arrow keys move in. It runs from left to right in every
 * language, as telephones do. Keys with a reason stay focusable and say why. `*` and `#` have
 * names, because screen readers read symbols differently or not at all.
 */
export function keypad({ label, star, pound, reason, onKey }: KeypadOptions): TemplateResult {
  const names: Readonly<Record<string, string>> = { '*': star, '#': pound };
  const key = (digit: string): TemplateResult =>
    html`<div role="gridcell">
      <button
        type="button"
        class="button key"
        part="button key"
        tabindex=${digit === '1' ? '0' : '-1'}
        aria-label=${names[digit] ?? nothing}
        @click=${press(digit, () => onKey(digit))}
        ${ariaDisabled({ reason })}
      >
        ${digit}
      </button>
    </div>`;
  return html`<div
    class="keypad"
    part="keypad"
    role="grid"
    dir="ltr"
    aria-label=${label}
    @keydown=${handleKeydown}
    @focusin=${handleFocusin}
  >
    ${keyRows.map((row) => html`<div role="row">${[...row].map(key)}</div>`)}
  </div>`;
}

/** Goes with `buttonStyles`. */
export const keypadStyles = css`
  /* The rows are grids too, so that the role row has an element of its own. */
  .keypad,
  /* Three equal columns. They shrink with the element down to 280px. */
  .keypad [role='row'] {
    display: grid;
    gap: 6px;
  }
  .keypad [role='row'] {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  /* Digits are larger than the text of other buttons, and keep the touch target. */
  .key {
    inline-size: 100%;
    padding: 0;
    font-size: 18px;
  }
`;
