import { css, html, nothing, type TemplateResult } from 'lit';
import type { Call } from '../../../src/state/index.js';
import type { Translate } from '../../../src/ui/localize.js';

/** So many rows of business data are open; the rest is one click away, so that nothing is pushed out of sight. */
const OPEN = 4;

/** Business data is whatever the page or the platform has attached: text, numbers, objects. */
function written(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
}

/** A value that doesn't fit is cut in the picture; it is whole for a pointer and for a screen reader. */
const LONG = 60;

const row = (name: string, text: string): TemplateResult =>
  html`<dt part="data-name">${name}</dt>
    <dd part="data-value" title=${text.length > LONG ? text : nothing}>${text}</dd>`;

const rows = (entries: readonly (readonly [string, unknown])[]): TemplateResult[] =>
  entries.map(([name, value]) => row(name, written(value)));

const list = (entries: readonly (readonly [string, unknown])[], t: Translate): TemplateResult =>
  html`<dl class="facts" part="data" aria-label=${t('call.data')}>${rows(entries)}</dl>`;

/** The data of a call as a definition list; nothing where there is none. */
export function dataList(data: Call['attachedData'], t: Translate): TemplateResult | typeof nothing {
  const entries = Object.entries(data).filter(([, value]) => written(value) !== '');
  if (entries.length === 0) return nothing;
  if (entries.length <= OPEN + 1) return list(entries, t);
  const rest = entries.slice(OPEN);
  return html`<div>
    ${list(entries.slice(0, OPEN), t)}
    <details part="data-more">
      <summary>${t('call.more', rest.length)}</summary>
      ${list(rest, t)}
    </details>
  </div>`;
}

/** How the call came about. */
export function kindOf(call: Pick<Call, 'type' | 'parties'>): Call['type'] | 'transfer' {
  const roles = call.parties.map(({ role }) => role);
  if (call.type === 'consult' || roles.includes('ConsultBy')) return 'consult';
  const transferred = roles.includes('TransferBy') || roles.includes('TransferTo');
  return transferred && call.type !== 'outbound' ? 'transfer' : call.type;
}

export const factStyles = css`
  .facts {
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
  }
  .facts dt {
    overflow-wrap: anywhere;
  }
  .facts dd {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  summary {
    padding: 8px 12px;
    color: var(--_muted);
    cursor: pointer;
  }
`;
