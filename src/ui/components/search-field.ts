/** The search field above a list. It only reports its text: each list compares in its own way. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { search } from '../icons/index.js';

/** The content of the field at one render. */
export interface SearchField {
  /** The accessible name and the placeholder. */
  readonly label: string;
  readonly value: string;
  /** The key label of an on-screen keyboard, where Enter does something. */
  readonly enterKeyHint?: 'go' | 'search';
  /** Called at each input with the whole text; also when the field is cleared. */
  readonly onInput: (text: string) => void;
  /** Handles keys of the list, such as the arrow key that leads into it. */
  readonly onKeydown?: (event: KeyboardEvent) => void;
}

/**
 * Renders a search field; its CSS part is `search`. The field keeps the value of the host, also
 * when the host refuses an input. Browsers offer no earlier inputs and no corrections, because
 * names of agents and customers are neither words nor public.
 */
export const searchField = ({ label, value, enterKeyHint, onInput, onKeydown }: SearchField): TemplateResult =>
  html`<div class="search">
    ${search}
    <input
      part="search"
      type="search"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint=${enterKeyHint ?? nothing}
      aria-label=${label}
      placeholder=${label}
      .value=${live(value)}
      @input=${({ currentTarget }: Event & { currentTarget: HTMLInputElement }) => onInput(currentTarget.value)}
      @keydown=${onKeydown ?? nothing}
    />
  </div>`;

/** Goes with `fieldStyles`. */
export const searchFieldStyles = css`
  /* The icon is positioned in this box. */
  .search {
    position: relative;
  }
  /* Space for the icon. At the end the browser has its own button to clear the field. */
  .search input {
    padding-inline: 38px 8px;
  }
  /* Centred at the start in both directions of writing. Clicks go through the icon into the
     field. */
  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 12px;
    inline-size: 16px;
    block-size: 16px;
    margin-block: auto;
    color: var(--_muted);
    pointer-events: none;
  }
`;
