/** The search field above a list. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { search } from '../icons/index.js';

export interface SearchField {
  /** The accessible name and the placeholder. */
  readonly label: string;
  readonly value: string;
  /** The key label of an on-screen keyboard, where Enter does something. */
  readonly enterKeyHint?: 'go' | 'search';
  readonly onInput: (text: string) => void;
  readonly onKeydown?: (event: KeyboardEvent) => void;
}

/** Renders a search field; its CSS part is `search`. The field keeps the value of the host, also when that refuses an input. */
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
  .search {
    position: relative;
  }
  .search input {
    padding-inline: 38px 8px;
  }
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
