import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentSession } from '../../src/session/index.js';
import { check, chevronDown } from '../../src/ui/components/icons.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';
import { retryNotice } from '../../src/ui/components/error-notice.js';
import { ExtensionSearch } from './extension-search.js';
import type { loginMessages } from './messages.js';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Milliseconds without typing after which is asked. */
const PAUSE = 250;
/** Pixels from the end of the list at which the next page is fetched. */
const AHEAD = 80;
const LEAP = 8;

const keep = (event: Event): void => event.preventDefault();

/** A combobox of extensions, after the ARIA pattern "editable combobox with list autocomplete". */
export class ExtensionField implements ReactiveController {
  readonly #search: ExtensionSearch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #open = false;
  #active = -1;
  #scrolledTo = -1;

  constructor(
    private readonly host: Host,
    private readonly t: Translate<typeof loginMessages & typeof baseMessages>,
    session: () => AgentSession | null | undefined,
    private readonly change: (ext: string) => void,
  ) {
    host.addController(this);
    this.#search = new ExtensionSearch(session, () => host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#close();
  }

  hostUpdated(): void {
    if (!this.#open || this.#active === this.#scrolledTo) return;
    this.#scrolledTo = this.#active;
    const option = this.host.renderRoot.querySelector<HTMLElement>(`#ext-${this.#active}`);
    const list = option?.parentElement;
    if (!option || !list) return;
    const { offsetTop: top, offsetHeight: height } = option;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#open = false;
    this.#active = this.#scrolledTo = -1;
    this.host.requestUpdate();
  }

  /** @param text what to look for; nothing while the field holds what was chosen: then the others are wanted */
  #show(text: string, pause = 0): void {
    clearTimeout(this.#timer);
    if (!this.#open) this.#search.forget();
    this.#open = true;
    this.#active = this.#scrolledTo = -1;
    if (pause) this.#timer = setTimeout(() => void this.#search.search(text), pause);
    else void this.#search.search(text);
    this.host.requestUpdate();
  }

  #choose(index: number): void {
    const found = this.#search.found[index];
    if (!found) return;
    this.change(found.ext);
    this.#close();
  }

  async #move(step: number): Promise<void> {
    const from = this.#active;
    if (from + step >= this.#search.found.length) {
      await this.#search.more();
      if (this.#active !== from) return; // moved meanwhile
    }
    this.#active = Math.max(0, Math.min(this.#search.found.length - 1, from + step));
    this.host.requestUpdate();
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: LEAP, PageUp: -LEAP };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!this.#open) this.#show('');
      else if (event.altKey && event.key === 'ArrowUp') this.#close();
      else void this.#move(step);
    } else if (this.#open && event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (this.#open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation(); // a dialog around it stays open
      this.#close();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.#close();
    }
  };

  readonly #typed = (event: Event & { currentTarget: HTMLInputElement }): void => {
    this.change(event.currentTarget.value);
    this.#show(event.currentTarget.value.trim(), PAUSE);
  };

  readonly #left = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget))) this.#close();
  };

  readonly #scrolled = ({ currentTarget }: Event): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget as HTMLElement;
    if (scrollTop + clientHeight > scrollHeight - AHEAD) void this.#search.more();
  };

  get #status(): string {
    const { loading, error, found, total } = this.#search;
    if (!this.#open || error) return '';
    if (loading) return this.t('login.extsLoading');
    return found.length === 0 ? this.t('login.noExts') : this.t('login.extsFound', total ?? found.length);
  }

  /** @param invalid what is wrong with the value, if anything is */
  draw(value: string, invalid: string): TemplateResult {
    return html`<div class="field" @focusout=${this.#left}>
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
          aria-expanded=${this.#open ? 'true' : 'false'}
          aria-controls="exts"
          aria-activedescendant=${this.#open && this.#active >= 0 ? `ext-${this.#active}` : nothing}
          aria-invalid=${invalid ? 'true' : nothing}
          aria-describedby=${invalid ? 'ext-invalid' : nothing}
          .value=${live(value)}
          @input=${this.#typed}
          @click=${() => (this.#open ? this.#close() : this.#show(''))}
          @keydown=${this.#keyed}
        />
        ${chevronDown}
        <div class="popup" part="exts" ?hidden=${!this.#open} @mousedown=${keep}>
          <ul id="exts" role="listbox" aria-label=${this.t('login.exts')} @scroll=${this.#scrolled}>
            ${this.#open ? this.#search.found.map((each, index) => this.#option(each, index, value)) : nothing}
          </ul>
          ${this.#open ? html`<p class="hint" aria-hidden="true">${this.#status}</p>` : nothing}
          ${retryNotice(this.t, this.#search.error, () => void this.#search.retry())}
        </div>
      </div>
      <span class="sr" role="status">${this.#status}</span>
      ${invalid ? html`<p class="invalid" id="ext-invalid" role="alert">${invalid}</p>` : nothing}
    </div>`;
  }

  #option({ ext, own }: ExtensionSearch['found'][number], index: number, value: string): TemplateResult {
    const active = index === this.#active;
    // Its keys are those of the field, which keeps the focus.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id="ext-${index}"
      role="option"
      part="option"
      class=${active ? 'active' : nothing}
      aria-selected=${active ? 'true' : 'false'}
      @click=${() => this.#choose(index)}
    >
      <span>${ext}</span> ${own ? html`<span class="hint">${this.t('login.extBound')}</span>` : nothing}
      ${ext === value ? check : nothing}
    </li>`;
  }
}
