import { html, type TemplateResult } from 'lit';

export interface TabsOptions<K extends string> {
  /** The accessible name of the whole. */
  readonly label: string;
  readonly tabs: readonly (readonly [kind: K, label: string])[];
  readonly selected: K;
  /** @param byPointer else the focus stays on the tabs, where one goes on between them */
  readonly onOpen: (kind: K, byPointer: boolean) => void;
}

/** Which tab a key leads to; undefined for another key. */
function targetIndex(key: string, index: number, count: number, rtl: boolean): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 };
  const step = steps[key];
  if (step !== undefined) return (index + step + count) % count;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : undefined;
}

/** After the ARIA pattern "tabs", for one panel `#panel`: arrows open, one tab is in the order of Tab. */
export function renderTabs<K extends string>({ label, tabs: all, selected, onOpen }: TabsOptions<K>): TemplateResult {
  const handleKeydown = (event: KeyboardEvent): void => {
    const rtl = (event.currentTarget as Element).matches(':dir(rtl)');
    const index = all.findIndex(([kind]) => kind === selected);
    const next = all[targetIndex(event.key, index, all.length, rtl) ?? -1];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onOpen(next[0], false);
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${handleKeydown}>
    ${all.map(
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
          @click=${({ detail }: MouseEvent) => onOpen(kind, detail > 0)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}
