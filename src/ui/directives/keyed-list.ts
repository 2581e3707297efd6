/**
 * A list whose rows keep their elements while they are in it. Lit's own `repeat` leaves a comment node behind for each
 * row that is removed, which adds up over a shift of eight hours.
 */
import { noChange, type TemplateResult } from 'lit';
import { Directive, directive, PartType, type ChildPart, type PartInfo } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

class KeyedList extends Directive {
  readonly #rows = new Map<unknown, ChildPart>();

  constructor(partInfo: PartInfo) {
    super(partInfo);
    if (partInfo.type !== PartType.CHILD) throw new Error('keyedList() can only be used as a child of an element.');
  }

  override render<T>(
    items: readonly T[],
    _keyOf: (item: T) => unknown,
    renderRow: (item: T) => TemplateResult,
  ): unknown {
    return items.map(renderRow);
  }

  override update<T>(
    container: ChildPart,
    [items, keyOf, renderRow]: [readonly T[], (item: T) => unknown, (item: T) => TemplateResult],
  ): unknown {
    const keys = new Set(items.map(keyOf));
    for (const [key, row] of this.#rows) {
      if (!keys.has(key)) this.#remove(key, row);
    }
    // From the end, so that the row after each one is in its place already.
    let next: ChildPart | undefined;
    for (const item of [...items].reverse()) {
      const key = keyOf(item);
      if (keys.delete(key)) next = this.#place(container, key, next, renderRow(item));
    }
    return noChange;
  }

  #remove(key: unknown, row: ChildPart): void {
    const { endNode } = row;
    removePart(row);
    (endNode as ChildNode | null)?.remove();
    this.#rows.delete(key);
  }

  /** Renders a row before the next one, and returns it. A row that is in its place is not moved. */
  #place(container: ChildPart, key: unknown, next: ChildPart | undefined, template: TemplateResult): ChildPart {
    const row = insertPart(container, next, this.#rows.get(key));
    this.#rows.set(key, row);
    return setChildPartValue(row, template);
  }
}

/**
 * Renders a row for each item.
 * @param items of several with the same key the last one is rendered
 * @param keyOf returns the key of an item: the row of a key keeps its elements, focus and scroll position
 */
export const keyedList = directive(KeyedList) as <T>(
  items: readonly T[],
  keyOf: (item: T) => unknown,
  renderRow: (item: T) => TemplateResult,
) => unknown;
