import { css, html, nothing, type TemplateResult } from 'lit';
import type { Call, PartyInfo } from '../../state/index.js';
import type { Translate } from '../i18n/index.js';
import type { callMessages } from './messages.js';

/** So many rows of business data are open; the rest is one click away, so that nothing is pushed out of sight. */
const OPEN = 4;

/** Business data is whatever the page or the platform has attached: text, numbers, objects. */
function written(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
}

/** A text as it may be shown. */
type Told = (text: string) => string;

/** A value that doesn't fit is cut in the picture; it is whole for a pointer and for a screen reader. */
const LONG = 60;

const row = (name: string, text: string): TemplateResult =>
  html`<dt part="data-name">${name}</dt>
    <dd part="data-value" title=${text.length > LONG ? text : nothing}>${text}</dd>`;

type Entries = readonly (readonly [name: string, text: string])[];

const list = (entries: Entries, t: Translate<typeof callMessages>): TemplateResult =>
  html`<dl class="facts" part="data" aria-label=${t('call.data')}>
    ${entries.map(([name, text]) => row(name, text))}
  </dl>`;

/** What the page knows of the caller, then the data of the call, as a definition list; nothing where there is none. */
export function dataList(
  { details, attachedData }: Pick<Call, 'details' | 'attachedData'>,
  t: Translate<typeof callMessages>,
  told: Told,
): TemplateResult | typeof nothing {
  const entries = [...Object.entries(details ?? {}), ...Object.entries(attachedData)]
    .map(([name, value]) => [name, told(written(value))] as const)
    .filter(([, text]) => text !== '');
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

/** Whoever the page knows, with the way to their page. */
export const nameLink = ({ name = '', href }: PartyInfo, told: Told): TemplateResult | string =>
  href ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${told(name)}</a>` : told(name);

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
  a {
    color: inherit;
  }
  summary {
    padding: 8px 12px;
    color: var(--_muted);
    cursor: pointer;
  }
`;
