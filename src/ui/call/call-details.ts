/** Templates of a call that several elements render: the heading of its party, and its business data. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Call, PartyInfo } from '../../state/index.js';
import type { Translate } from '../i18n/index.js';
import type { callMessages } from './messages.js';
import type { TranslateCall, VisibleParty } from './party-text.js';

/** So many rows of business data are open; the rest is one click away, so that nothing is pushed out of sight. */
const VISIBLE_ROWS = 4;

/** Business data is whatever the page or the platform has attached: text, numbers, objects. */
function toDisplayText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
}

/** A text as it may be shown. */
type MaskText = (text: string) => string;

/** A value that doesn't fit is cut in the picture; it is whole for a pointer and for a screen reader. */
const LONG_TEXT_LENGTH = 60;

const renderRow = (name: string, text: string): TemplateResult =>
  html`<dt part="data-name">${name}</dt>
    <dd part="data-value" title=${text.length > LONG_TEXT_LENGTH ? text : nothing}>${text}</dd>`;

type DataEntries = readonly (readonly [name: string, text: string])[];

const renderList = (entries: DataEntries, t: Translate<typeof callMessages>): TemplateResult =>
  html`<dl class="facts" part="data" aria-label=${t('call.data')}>
    ${entries.map(([name, text]) => renderRow(name, text))}
  </dl>`;

/** What the page knows of the caller, then the data of the call, as a definition list; nothing where there is none. */
export function renderCallData(
  { details, attachedData }: Pick<Call, 'details' | 'attachedData'>,
  t: Translate<typeof callMessages>,
  maskText: MaskText,
): TemplateResult | typeof nothing {
  const entries = [...Object.entries(details ?? {}), ...Object.entries(attachedData)]
    .map(([name, value]) => [name, maskText(toDisplayText(value))] as const)
    .filter(([, text]) => text !== '');
  if (entries.length === 0) return nothing;
  if (entries.length <= VISIBLE_ROWS + 1) return renderList(entries, t);
  const rest = entries.slice(VISIBLE_ROWS);
  return html`<div>
    ${renderList(entries.slice(0, VISIBLE_ROWS), t)}
    <details part="data-more">
      <summary>${t('call.more', rest.length)}</summary>
      ${renderList(rest, t)}
    </details>
  </div>`;
}

/** Whoever the page knows, with the way to their page. */
export const renderNameLink = ({ name = '', href }: PartyInfo, maskText: MaskText): TemplateResult | string =>
  href
    ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${maskText(name)}</a>`
    : maskText(name);

/**
 * Renders the heading of a call: the number, and the name below it where both are known. A known page of the party is a
 * link. CSS parts: `number`, `name` and `link`.
 */
export function renderPartyHeading(t: TranslateCall, { name, number, href }: VisibleParty): TemplateResult {
  const heading = number || name || t('call.noNumber');
  const link = href ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${name}</a>` : name;
  return html`<p class="number" part="number" dir="auto">${heading}</p>
    ${name && name !== heading ? html`<p class="name" part="name" dir="auto">${link}</p>` : nothing}`;
}

export const callDataStyles = css`
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
