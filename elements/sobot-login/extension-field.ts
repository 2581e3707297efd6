/**
 * The extension field of the login form: a combobox whose list is fetched while the agent types. A native `datalist`
 * can't load pages, show an error or say that it is loading.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentSession } from '../../src/session/index.js';
import { check, chevronDown } from '../../src/ui/icons/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import { errorNotice } from '../../src/ui/components/index.js';
import { ExtensionSearch } from './extension-search.js';
import type { loginMessages } from './messages.js';

/** The element around the field: it renders the field, and has its nodes. */
type FieldHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The pause in typing after which the search begins. */
const SEARCH_DELAY_MS = 250;
/** The distance from the end of the list at which the next page is fetched. */
const PREFETCH_DISTANCE_PX = 80;
/** The number of options that the keys Page Up and Page Down move by. */
const PAGE_STEP = 8;

/** The steps through the list, by key. */
const stepsByKey: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_STEP,
  PageUp: -PAGE_STEP,
};

/** A press of the mouse in the list leaves the focus in the field. */
const keepFocus = (event: Event): void => event.preventDefault();

/**
 * A combobox by the ARIA pattern "editable combobox with list autocomplete": the focus stays in the field, and
 * `aria-activedescendant` names the active option. A number that is in no list may be entered.
 */
export class ExtensionField implements ReactiveController {
  readonly #search: ExtensionSearch;
  /** The pending search of the typed text. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  /** The index of the active option; -1 for none. */
  #activeIndex = -1;
  /** The active option that was scrolled into view last: the agent's own scrolling is left alone. */
  #scrolledToIndex = -1;

  /** @param onChange called with the text of the field after each change */
  constructor(
    private readonly host: FieldHost,
    private readonly t: Translate<typeof loginMessages & typeof baseMessages>,
    session: () => AgentSession | null | undefined,
    private readonly onChange: (ext: string) => void,
  ) {
    host.addController(this);
    this.#search = new ExtensionSearch(session, () => host.requestUpdate());
  }

  /** Closes the list, so that an element that comes back has none open over the page. */
  hostDisconnected(): void {
    this.#close();
  }

  /** Scrolls the active option into view, inside the list only: `scrollIntoView` would move the page too. */
  hostUpdated(): void {
    if (!this.#isOpen || this.#activeIndex === this.#scrolledToIndex) return;
    this.#scrolledToIndex = this.#activeIndex;
    const option = this.host.renderRoot.querySelector<HTMLElement>(`#ext-${this.#activeIndex}`);
    const list = option?.parentElement;
    if (!option || !list) return;
    const { offsetTop: top, offsetHeight: height } = option;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
  }

  /** Closes the list and gives up the pending search. The text of the field stays. */
  #close(): void {
    clearTimeout(this.#timer);
    this.#isOpen = false;
    this.#activeIndex = this.#scrolledToIndex = -1;
    this.host.requestUpdate();
  }

  /**
   * Opens the list with the matches of a text.
   * @param text empty: all extensions. The agent who opens the list of a filled field wants to see the others
   * @param delay milliseconds until the search
   */
  #show(text: string, delay = 0): void {
    clearTimeout(this.#timer);
    if (!this.#isOpen) this.#search.invalidate();
    this.#isOpen = true;
    this.#activeIndex = this.#scrolledToIndex = -1;
    if (delay) this.#timer = setTimeout(() => void this.#search.search(text), delay);
    else void this.#search.search(text);
    this.host.requestUpdate();
  }

  /** Takes an option into the field. */
  #choose(index: number): void {
    const extension = this.#search.results[index];
    if (!extension) return;
    this.onChange(extension.ext);
    this.#close();
  }

  /** Moves the active option; past the last one the next page is fetched first. */
  async #move(step: number): Promise<void> {
    const from = this.#activeIndex;
    if (from + step >= this.#search.results.length) {
      await this.#search.loadMore();
      if (this.#activeIndex !== from) return; // a later key has moved it
    }
    this.#activeIndex = Math.max(0, Math.min(this.#search.results.length - 1, from + step));
    this.host.requestUpdate();
  }

  /**
   * The keys of the ARIA pattern. Keys with Ctrl or Meta stay with the browser, and those of an
   * input method with its own list.
   */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const step = stepsByKey[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!this.#isOpen) this.#show('');
      else if (event.altKey && event.key === 'ArrowUp') this.#close();
      else void this.#move(step);
    } else if (this.#isOpen && event.key === 'Enter' && this.#activeIndex >= 0) {
      event.preventDefault();
      this.#choose(this.#activeIndex);
    } else if (this.#isOpen && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation(); // a dialog around the field stays open
      this.#close();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.#close();
    }
  };

  /** One listener for all options. The list has the keys of the field too: browsers focus a list that scrolls. */
  readonly #handleListClick = ({ target }: MouseEvent): void => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    const index = [...(option?.parentElement?.children ?? [])].findIndex((each) => each === option);
    if (index >= 0) this.#choose(index);
  };

  /** A typed text counts at once, and is searched after a pause: not each letter is a request. */
  readonly #handleInput = (event: Event & { currentTarget: HTMLInputElement }): void => {
    this.onChange(event.currentTarget.value);
    this.#show(event.currentTarget.value.trim(), SEARCH_DELAY_MS);
  };

  /**
   * Closes the list when the focus leaves field and list. A click into the list keeps it within.
   */
  readonly #handleFocusout = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget))) this.#close();
  };

  /** Fetches the next page before the end of the list is in view. */
  readonly #handleScroll = ({ currentTarget }: Event): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget as HTMLElement;
    if (scrollTop + clientHeight > scrollHeight - PREFETCH_DISTANCE_PX) void this.#search.loadMore();
  };

  /** The text of the live region and of the line below the options. */
  get #statusText(): string {
    const { isLoading, error, results, total } = this.#search;
    if (!this.#isOpen || error) return '';
    if (isLoading) return this.t('login.extsLoading');
    return results.length === 0 ? this.t('login.noExts') : this.t('login.extsFound', total ?? results.length);
  }

  /**
   * Renders the field with its list. The label names both; the number of matches is announced by
   * the live region, which is there before its text.
   * @param value the text of the field
   * @param invalid the error of the value; empty where it is valid
   */
  render(value: string, invalid: string): TemplateResult {
    return html`<div class="field" @focusout=${this.#handleFocusout}>
      <label for="ext" id="ext-label">${this.t('login.ext')}</label>
      <div class="combo">
        <input
          id="ext"
          part="ext"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-labelledby="ext-label"
          aria-autocomplete="list"
          aria-expanded=${this.#isOpen ? 'true' : 'false'}
          aria-controls="exts"
          aria-activedescendant=${this.#isOpen && this.#activeIndex >= 0 ? `ext-${this.#activeIndex}` : nothing}
          aria-invalid=${invalid ? 'true' : nothing}
          aria-describedby=${invalid ? 'ext-invalid' : nothing}
          .value=${live(value)}
          @input=${this.#handleInput}
          @click=${() => (this.#isOpen ? this.#close() : this.#show(''))}
          @keydown=${this.#handleKeydown}
        />
        ${chevronDown}
        <div class="popup" part="exts" ?hidden=${!this.#isOpen} @mousedown=${keepFocus}>
          <ul
            id="exts"
            role="listbox"
            aria-label=${this.t('login.exts')}
            @click=${this.#handleListClick}
            @keydown=${this.#handleKeydown}
            @scroll=${this.#handleScroll}
          >
            ${this.#isOpen ? this.#search.results.map((each, index) => this.#renderOption(each, index, value)) : nothing}
          </ul>
          ${this.#isOpen ? html`<p class="hint" aria-hidden="true">${this.#statusText}</p>` : nothing}
          ${errorNotice(this.t, this.#search.error, () => void this.#search.retry())}
        </div>
      </div>
      <span class="sr" role="status">${this.#statusText}</span>
      ${invalid ? html`<p class="invalid" id="ext-invalid" role="alert">${invalid}</p>` : nothing}
    </div>`;
  }

  /**
   * Renders an option. Its id has its index, by which `aria-activedescendant` finds it; a check
   * mark is on the extension that the field has.
   */
  #renderOption({ ext, isOwn }: ExtensionSearch['results'][number], index: number, value: string): TemplateResult {
    const isActive = index === this.#activeIndex;
    return html`<li
      id="ext-${index}"
      role="option"
      part="option"
      class=${isActive ? 'active' : nothing}
      aria-selected=${isActive ? 'true' : 'false'}
    >
      <span>${ext}</span> ${isOwn ? html`<span class="hint">${this.t('login.extBound')}</span>` : nothing}
      ${ext === value ? check : nothing}
    </li>`;
  }
}
