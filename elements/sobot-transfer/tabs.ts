/**
 * Tabs for one panel with the ID `panel`, after the ARIA pattern "tabs". Apart from the element,
 * because the keyboard of tabs does not depend on their content.
 */
import { html, type TemplateResult } from 'lit';

/** The place of the focus after a tab was selected. */
export type FocusTarget = 'tab' | 'panel';

/** The content of the tabs at one render. */
export interface TabsOptions<K extends string> {
  /** The accessible name of the tab list. */
  readonly label: string;
  readonly tabs: readonly (readonly [kind: K, label: string])[];
  readonly selected: K;
  /**
   * By arrow keys the focus stays on the tabs, where the next key moves on; by a click it goes into
   * the panel.
   */
  readonly onSelect: (kind: K, focusTarget: FocusTarget) => void;
}

/**
 * Returns the index of the tab that a key leads to; undefined for another key. Arrows start again
 * at the other end, and follow the direction of the text.
 */
function targetIndex(key: string, index: number, count: number, direction: 'ltr' | 'rtl'): number | undefined {
  const next = (index + 1) % count;
  const previous = (index - 1 + count) % count;
  switch (key) {
    case 'ArrowLeft':
      return direction === 'rtl' ? next : previous;
    case 'ArrowRight':
      return direction === 'rtl' ? previous : next;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Renders the tabs. Arrows select at once, and only the selected tab is in the tab order. */
export function renderTabs<K extends string>({ label, tabs, selected, onSelect }: TabsOptions<K>): TemplateResult {
  const handleKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own, such as Alt+Left
    const direction = (event.currentTarget as Element).matches(':dir(rtl)') ? 'rtl' : 'ltr';
    const selectedIndex = tabs.findIndex(([kind]) => kind === selected);
    const target = tabs[targetIndex(event.key, selectedIndex, tabs.length, direction) ?? -1];
    if (!target) return;
    event.preventDefault();
    onSelect(target[0], 'tab');
  };
  // A click by Enter or space has no pointer, and `detail` 0: the focus stays where the agent put
  // it.
  const handleClick = ({ detail }: MouseEvent, kind: K): void => onSelect(kind, detail > 0 ? 'panel' : 'tab');
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${handleKeydown}>
    ${tabs.map(
      ([kind, name]) =>
        html`<button
          type="button"
          class="button"
          part="button tab"
          role="tab"
          id=${`tab-${kind}`}
          aria-selected=${kind === selected ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${kind === selected ? '0' : '-1'}
          @click=${(event: MouseEvent) => handleClick(event, kind)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}
