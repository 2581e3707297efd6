import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentSession } from '../../src/session/index.js';
import { check, chevronDown } from '../../src/ui/icons/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import { errorNotice } from '../../src/ui/components/index.js';
import { ExtensionSearch } from './extension-search.js';
import type { loginMessages } from './messages.js';

type FieldHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Milliseconds without typing after which is asked. */
const SEARCH_DELAY_MS = 250;
/** Pixels from the end of the list at which the next page is fetched. */
const PREFETCH_DISTANCE_PX = 80;
const PAGE_STEP = 8;

const keepFocus = (event: Event): void => event.preventDefault();

/** A combobox of extensions, after the ARIA pattern "editable combobox with list autocomplete". */
export class ExtensionField implements ReactiveController {
  readonly #search: ExtensionSearch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #activeIndex = -1;
  #scrolledToIndex = -1;

  constructor(
    private readonly host: FieldHost,
    private readonly t: Translate<typeof loginMessages & typeof baseMessages>,
    session: () => AgentSession | null | undefined,
    private readonly onChange: (ext: string) => void,
  ) {
    host.addController(this);
    this.#search = new ExtensionSearch(session, () => host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#close();
  }

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

  #close(): void {
    clearTimeout(this.#timer);
    this.#isOpen = false;
    this.#activeIndex = this.#scrolledToIndex = -1;
    this.host.requestUpdate();
  }

  /** @param text what to look for; nothing while the field holds what was chosen: then the others are wanted */
  #show(text: string, delay = 0): void {
    clearTimeout(this.#timer);
    if (!this.#isOpen) this.#search.invalidate();
    this.#isOpen = true;
    this.#activeIndex = this.#scrolledToIndex = -1;
    if (delay) this.#timer = setTimeout(() => void this.#search.search(text), delay);
    else void this.#search.search(text);
    this.host.requestUpdate();
  }

  #choose(index: number): void {
    const extension = this.#search.results[index];
    if (!extension) return;
    this.onChange(extension.ext);
    this.#close();
  }

  async #move(step: number): Promise<void> {
    const from = this.#activeIndex;
    if (from + step >= this.#search.results.length) {
      await this.#search.loadMore();
      if (this.#activeIndex !== from) return; // moved meanwhile
    }
    this.#activeIndex = Math.max(0, Math.min(this.#search.results.length - 1, from + step));
    this.host.requestUpdate();
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE_STEP,
      PageUp: -PAGE_STEP,
    };
    const step = steps[event.key];
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
      event.stopPropagation(); // a dialog around it stays open
      this.#close();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.#close();
    }
  };

  readonly #handleInput = (event: Event & { currentTarget: HTMLInputElement }): void => {
    this.onChange(event.currentTarget.value);
    this.#show(event.currentTarget.value.trim(), SEARCH_DELAY_MS);
  };

  readonly #handleFocusout = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget))) this.#close();
  };

  readonly #handleScroll = ({ currentTarget }: Event): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget as HTMLElement;
    if (scrollTop + clientHeight > scrollHeight - PREFETCH_DISTANCE_PX) void this.#search.loadMore();
  };

  get #statusText(): string {
    const { isLoading, error, results, total } = this.#search;
    if (!this.#isOpen || error) return '';
    if (isLoading) return this.t('login.extsLoading');
    return results.length === 0 ? this.t('login.noExts') : this.t('login.extsFound', total ?? results.length);
  }

  /** @param invalid what is wrong with the value, if anything is */
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
          <ul id="exts" role="listbox" aria-label=${this.t('login.exts')} @scroll=${this.#handleScroll}>
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

  #renderOption({ ext, isOwn }: ExtensionSearch['results'][number], index: number, value: string): TemplateResult {
    const isActive = index === this.#activeIndex;
    // Its keys are those of the field, which keeps the focus.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id="ext-${index}"
      role="option"
      part="option"
      class=${isActive ? 'active' : nothing}
      aria-selected=${isActive ? 'true' : 'false'}
      @click=${() => this.#choose(index)}
    >
      <span>${ext}</span> ${isOwn ? html`<span class="hint">${this.t('login.extBound')}</span>` : nothing}
      ${ext === value ? check : nothing}
    </li>`;
  }
}
