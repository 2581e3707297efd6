/** A list that renders visible rows only, with the keyboard of a listbox or of a grid. */
import { css, html, nothing, render } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { ariaDisabled, keyedList } from '../../directives/index.js';
import { targetIndex, Typeahead, visibleRange, type VisibleRange } from './navigation.js';

/** The parts of a list that stay the same between renders. */
export interface VirtualListOptions<T> {
  /** `listbox`: a row is one option, which is selected. `grid`: a row has buttons; its template consists of grid cells. */
  readonly role: 'listbox' | 'grid';
  /** The CSS part of the scrolling box. The part of each row is `row`. */
  readonly part: string;
  /** Returns the key of an item: unique, and the same in each result. */
  readonly key: (item: T) => string;
  /** Renders the content of a row: again when the item is another object, or when a dependency has changed. */
  readonly renderRow: (item: T) => TemplateResult;
  /** Returns the text that typed letters are compared with. */
  readonly text: (item: T) => string;
  /** Called when an option of a listbox is selected, by click, Enter or space. */
  readonly onSelect?: (item: T) => void;
  /** Returns why an option of a listbox can't be selected now; null where it can. */
  readonly disabledReason?: (item: T) => string | null;
}

/** The content of a list at one render of its host. */
export interface VirtualListView<T> {
  readonly items: readonly T[];
  /** The accessible name. */
  readonly label: string;
  /** The values that rows depend on besides their item, such as the language. They are compared one by one. */
  readonly dependencies?: readonly unknown[];
  /** The key of the selected option of a listbox. */
  readonly selected?: string;
}

/** The height of a row until one is measured. */
const DEFAULT_ROW_HEIGHT_PX = 48;

/**
 * A list of any length with only the visible rows in the document. All rows have the same height: `--_row` of the host's
 * CSS, by default 48px. The box is as high as its rows, at most `--_list`, by default 320px.
 *
 *     static styles = [tokenStyles, …, virtualListStyles];
 *     readonly #list = new VirtualList<Agent>(this, { role: 'listbox', part: 'agents', key, renderRow, text, onSelect });
 *     render() { return html`… ${this.#list.render({ items, label: this.t('…'), dependencies: [this.language] })}`; }
 *
 * A changed item has to be another object, and an unchanged one the same object: then one change renders one row. Scrolling
 * renders rows, and not the host.
 *
 * One row is in the tab order: in a listbox the option, in a grid its buttons, `aria-disabled` ones included. Arrow keys,
 * Page Up, Page Down, Home, End and letters move between rows; left and right move between the buttons of a grid row. The
 * row with the focus stays in the document wherever the list is scrolled to, and the focus stays with its item when the
 * items change. A host without items renders a sentence instead of the list.
 */
export class VirtualList<T> implements ReactiveController {
  /** The content of the last render. */
  #view: VirtualListView<T> = { items: [], label: '' };
  #scroller: HTMLElement | undefined;
  #height = DEFAULT_ROW_HEIGHT_PX;
  /** The row in the tab order, and the key of its item, by which it is found again in the next result. */
  #active = 0;
  #activeKey = '';
  /** The indexes of the rows in the document, in their order there. */
  #renderedIndexes: readonly number[] = [];
  readonly #indexByRow = new WeakMap<Element, number>();
  readonly #typeahead = new Typeahead();
  #observer: ResizeObserver | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: VirtualListOptions<T>,
  ) {
    host.addController(this);
  }

  /** Renders the scrolling box. The rows follow when the host has rendered, because they need its measures. */
  render(view: VirtualListView<T>): TemplateResult {
    this.#view = view;
    const { role, part } = this.options;
    return html`<div
      class="virtual"
      part=${part}
      role=${role}
      aria-label=${view.label}
      aria-rowcount=${role === 'grid' ? view.items.length : nothing}
      @scroll=${this.#renderRows}
      @focusin=${this.#handleFocusin}
      @keydown=${this.#handleKeydown}
      @click=${this.#handleClick}
      ${ref(this.#handleRef)}
    >
      <div role="presentation"></div>
    </div>`;
  }

  /** Scrolls to the beginning, for another search. */
  reset(): void {
    this.#active = 0;
    this.#activeKey = '';
    if (this.#scroller) this.#scroller.scrollTop = 0;
  }

  /** Focuses the active row, for an arrow key in a search field above. @returns whether there is a row */
  focus(): boolean {
    this.#moveTo(this.#active);
    return this.#column >= 0;
  }

  hostUpdated(): void {
    this.#renderRows();
  }

  get #rows(): HTMLElement[] {
    return [...(this.#scroller?.firstElementChild?.children ?? [])] as HTMLElement[];
  }

  /** The index of the focused tab stop in its row; -1 where the focus is not in the list. */
  get #column(): number {
    if (!this.#scroller) return -1;
    const { activeElement } = this.#scroller.getRootNode() as ShadowRoot;
    const row = this.#rows.find((each) => each.contains(activeElement));
    return row
      ? Math.max(
          0,
          this.#tabStops(row).findIndex((tabStop) => tabStop === activeElement),
        )
      : -1;
  }

  /** The focusable parts of a row. */
  #tabStops(row: HTMLElement): HTMLElement[] {
    return this.options.role === 'listbox' ? [row] : [...row.querySelectorAll('button')];
  }

  readonly #handleRef = (scroller: Element | undefined): void => {
    this.#observer?.disconnect();
    this.#scroller = scroller as HTMLElement | undefined;
    if (!scroller) return;
    // In the next frame: a resize during the observer's callback is an error of the page.
    this.#observer ??= new ResizeObserver(() => requestAnimationFrame(this.#renderRows));
    this.#observer.observe(scroller);
  };

  /** Renders the visible rows, and once more if the measured height differs. A focused row that was moved keeps the focus. */
  readonly #renderRows = (): void => {
    const scroller = this.#scroller;
    if (!scroller?.isConnected) return;
    const column = this.#column;
    this.#restoreActive();
    this.#renderVisible(scroller, column >= 0);
    const height = this.#rows[0]?.offsetHeight;
    if (height && height !== this.#height) {
      this.#height = height;
      this.#renderVisible(scroller, column >= 0);
    }
    if (column >= 0 && this.#column < 0) this.#focusColumn(column); // its node was moved, or removed with its item
  };

  /** Finds the active item in new items. Where it is gone, the item in its place becomes the active one. */
  #restoreActive(): void {
    const { items } = this.#view;
    const { key } = this.options;
    const isActive = (item: T | undefined): boolean => item !== undefined && key(item) === this.#activeKey;
    if (!isActive(items[this.#active])) {
      const moved = this.#activeKey ? items.findIndex(isActive) : -1;
      this.#active = moved >= 0 ? moved : Math.min(this.#active, Math.max(0, items.length - 1));
    }
  }

  /** Without the focus, the active row is a visible one, so that Tab doesn't scroll the list back. */
  #renderVisible(scroller: HTMLElement, hasFocus: boolean): void {
    const spacer = scroller.firstElementChild as HTMLElement;
    const { items } = this.#view;
    const size = `${items.length * this.#height}px`;
    if (spacer.style.blockSize !== size) spacer.style.setProperty('block-size', size);
    const range = visibleRange(items.length, this.#height, scroller.scrollTop, scroller.clientHeight);
    if (!hasFocus && (this.#active < range.firstVisible || this.#active >= range.end))
      this.#active = range.firstVisible;
    const active = items[this.#active];
    this.#activeKey = active === undefined ? '' : this.options.key(active);
    render(this.#rowsTemplate(range), spacer);
    this.#positionRows();
  }

  /** The rows of the range, and the active one before or after them. */
  #rowsTemplate({ start, end }: VisibleRange): TemplateResult {
    const { items, dependencies = [], selected } = this.#view;
    const { key, renderRow, role, disabledReason } = this.options;
    const isGrid = role === 'grid';
    const indexes = Array.from({ length: end - start }, (_, index) => start + index);
    if (this.#active < start && items.length) indexes.unshift(this.#active);
    else if (this.#active >= end && items.length) indexes.push(this.#active);
    this.#renderedIndexes = indexes;
    return html`${keyedList(
      indexes,
      (index) => key(items[index] as T),
      (index) => {
        const item = items[index] as T;
        return html`<div
          class="row"
          part="row"
          role=${isGrid ? 'row' : 'option'}
          aria-rowindex=${isGrid ? index + 1 : nothing}
          aria-setsize=${isGrid ? nothing : items.length}
          aria-posinset=${isGrid ? nothing : index + 1}
          aria-selected=${isGrid ? nothing : key(item) === selected ? 'true' : 'false'}
          ${ariaDisabled({ reason: disabledReason?.(item) })}
        >
          ${guard([item, ...dependencies], () => renderRow(item))}
        </div>`;
      },
    )}`;
  }

  /**
   * Positions the rows, and puts the active one into the tab order. Styles are set through the object model, because a
   * content security policy may forbid style attributes.
   */
  #positionRows(): void {
    this.#rows.forEach((row, position) => {
      const index = this.#renderedIndexes[position] as number;
      const top = index * this.#height;
      if (this.#indexByRow.get(row) !== index || row.style.insetBlockStart !== `${top}px`) {
        row.style.setProperty('inset-block-start', `${top}px`);
        this.#indexByRow.set(row, index);
      }
      const tabIndex = index === this.#active ? 0 : -1;
      for (const tabStop of this.#tabStops(row)) {
        if (tabStop.getAttribute('tabindex') !== String(tabIndex)) tabStop.tabIndex = tabIndex;
      }
    });
  }

  /** Activates a row, scrolls it into view and focuses the same column in it. */
  #moveTo(index: number): void {
    const scroller = this.#scroller;
    const { items } = this.#view;
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!scroller || item === undefined) return;
    const column = Math.max(0, this.#column);
    this.#active = Math.max(0, Math.min(items.length - 1, index));
    this.#activeKey = this.options.key(item);
    const top = this.#active * this.#height;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + this.#height > scroller.scrollTop + scroller.clientHeight) {
      scroller.scrollTop = top + this.#height - scroller.clientHeight;
    }
    this.#renderRows();
    this.#focusColumn(column);
  }

  #focusColumn(column: number): void {
    const row = this.#rows.find((each) => this.#indexByRow.get(each) === this.#active);
    const tabStops = row ? this.#tabStops(row) : [];
    tabStops[Math.min(column, tabStops.length - 1)]?.focus({ preventScroll: true });
  }

  /** Returns the index of the row that an event comes from; -1 where it comes from none. */
  #indexOf(event: Event): number {
    const row = event.composedPath().find((each) => each instanceof Element && this.#indexByRow.has(each));
    return row ? (this.#indexByRow.get(row as Element) ?? -1) : -1;
  }

  /** Makes the focused row the active one, after a click or a command of a screen reader. */
  readonly #handleFocusin = (event: Event): void => {
    const index = this.#indexOf(event);
    const item = this.#view.items[index];
    if (index === this.#active || item === undefined) return;
    this.#active = index;
    this.#activeKey = this.options.key(item);
    this.#positionRows();
  };

  readonly #handleClick = (event: Event): void => {
    const item = this.#view.items[this.#indexOf(event)];
    if (item !== undefined) this.#select(item);
  };

  #select(item: T): void {
    const { onSelect, disabledReason } = this.options;
    if (!disabledReason?.(item)) onSelect?.(item);
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || this.#column < 0) return;
    if (this.#handleKey(event)) event.preventDefault();
  };

  /** @returns whether the key had an effect */
  #handleKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const { items } = this.#view;
    const { role, onSelect, text } = this.options;
    const page = Math.floor((this.#scroller?.clientHeight ?? 0) / this.#height) - 1;
    const target = targetIndex(key, this.#active, page, items.length);
    if (target !== null) this.#moveTo(target);
    else if (role === 'grid' && (key === 'ArrowLeft' || key === 'ArrowRight')) this.#moveWithinRow(key);
    else if (onSelect && (key === 'Enter' || (key === ' ' && !this.#typeahead.isRunning(event)))) {
      this.#select(items[this.#active] as T);
    } else {
      if ([...key].length !== 1 || (role === 'grid' && key === ' ')) return false;
      const match = this.#typeahead.find(event, items.length, this.#active, (index) => text(items[index] as T));
      if (match >= 0) this.#moveTo(match);
    }
    return true;
  }

  #moveWithinRow(key: string): void {
    const isRtl = this.#scroller && getComputedStyle(this.#scroller).direction === 'rtl';
    this.#focusColumn(Math.max(0, this.#column + ((key === 'ArrowRight') === !isRtl ? 1 : -1)));
  }
}

/** Rows are positioned in a box of the full height, so that the scroll bar is that of the whole list. */
export const virtualListStyles = css`
  .virtual {
    max-block-size: var(--_list, 320px);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .virtual > div {
    position: relative;
  }
  /* Strict containment: a change in one row costs no layout of the others. */
  .virtual .row {
    position: absolute;
    inset-inline: 0;
    display: flex;
    align-items: center;
    flex-wrap: nowrap;
    block-size: var(--_row, 48px);
    contain: strict;
  }
  .virtual [role='option'] {
    cursor: pointer;
  }
  .virtual :focus-visible {
    outline-offset: -2px;
  }
`;
