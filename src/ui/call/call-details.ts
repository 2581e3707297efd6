/**
 * Templates of a call that several elements render: the heading of its party, and its business
 * data. All texts of the page and the platform go through the masking of the element.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Call, PartyInfo } from '../../state/index.js';
import type { Translate } from '../i18n/index.js';
import { isolateNumbers } from './isolate-numbers.js';
import type { callMessages } from './messages.js';
import type { TranslateCall, VisibleParty } from './party-text.js';

/**
 * The number of rows that are visible at once. Further rows are behind a summary, so that they push
 * no button out of view.
 */
const VISIBLE_ROWS = 4;
/** The number of rows that can be opened. A platform may attach thousands. */
const MAX_ROWS = 50;

const isBlank = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() === '' : value === undefined || value === null;

/** Returns a value as text. The page or the platform attaches text, numbers or objects. */
const toDisplayText = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');

/** Returns a text as it may be shown: with its numbers masked, where the agent element says so. */
type MaskText = (text: string) => string;

/**
 * The length after which a value gets a tooltip, in characters. It may be cut on screen, but is
 * complete for pointer and screen reader.
 */
const LONG_TEXT_LENGTH = 60;

const renderRow = (name: string, text: string): TemplateResult =>
  html`<dt part="data-name">${name}</dt>
    <dd part="data-value" title=${text.length > LONG_TEXT_LENGTH ? text : nothing}>${isolateNumbers(text)}</dd>`;

type DataEntries = readonly (readonly [name: string, text: string])[];

/** Renders a definition list with an accessible name, so that screen reader users can skip it. */
const renderList = (entries: DataEntries, t: Translate<typeof callMessages>): TemplateResult =>
  html`<dl class="facts" part="data" aria-label=${t('call.data')}>
    ${entries.map(([name, text]) => renderRow(name, text))}
  </dl>`;

/**
 * Renders the details from the party resolver, then the attached data of the call, as a definition
 * list; nothing where there is neither. One row too many is shown too, because the summary would
 * take the same space.
 */
export function renderCallData(
  { details, attachedData }: Pick<Call, 'details' | 'attachedData'>,
  t: Translate<typeof callMessages>,
  maskText: MaskText,
): TemplateResult | typeof nothing {
  const fields = [...Object.entries(details ?? {}), ...Object.entries(attachedData)].filter(
    ([, value]) => !isBlank(value),
  );
  if (fields.length === 0) return nothing;
  const rows = fields
    .slice(0, MAX_ROWS)
    .map(([name, value]) => [maskText(name), maskText(toDisplayText(value))] as const);
  if (rows.length <= VISIBLE_ROWS + 1) return renderList(rows, t);
  const hiddenCount = fields.length - rows.length;
  return html`<div>
    ${renderList(rows.slice(0, VISIBLE_ROWS), t)}
    <details part="data-more">
      <summary>${t('call.more', rows.length - VISIBLE_ROWS)}</summary>
      ${renderList(rows.slice(VISIBLE_ROWS), t)}${hiddenCount > 0 ? html`<p>${t('call.notShown', hiddenCount)}</p>` : nothing}
    </details>
  </div>`;
}

/**
 * Renders the name of a party, as a link where its page is known. The page opens in a new tab and
 * gets no access to the softphone's tab.
 */
export const renderNameLink = ({ name = '', href }: PartyInfo, maskText: MaskText): TemplateResult | string =>
  href
    ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${maskText(name)}</a>`
    : maskText(name);

/**
 * Renders the heading of a call: the number, and the name below it where both are known. A known
 * page of the party is a link. CSS parts: `number`, `name` and `link`.
 */
export function renderPartyHeading(t: TranslateCall, { name, number, href }: VisibleParty): TemplateResult {
  const heading = number || name || t('call.noNumber');
  const link = href ? html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer">${name}</a>` : name;
  return html`<p class="number" part="number" dir="auto">${heading}</p>
    ${name && name !== heading ? html`<p class="name" part="name" dir="auto">${link}</p>` : nothing}`;
}

/** Styles of the call data, together with `.facts` of `textStyles`. */
export const callDataStyles = css`
  /* Names take at most 45%, so that values keep more than half of 280px. */
  .facts {
    grid-template-columns: fit-content(45%) minmax(0, 1fr);
  }
  /* Some lines of a long text, so that the buttons stay in view. The tooltip of a value has the rest. */
  .facts :is(dt, dd),
  .who :is(.number, .name, .origin, .other, .line) {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .facts dd {
    -webkit-line-clamp: 4;
  }
  /* A link keeps the colour of its heading, and its underline shows that it is one. */
  a {
    color: inherit;
  }
  summary {
    padding: 8px 12px;
    color: var(--_muted);
    cursor: pointer;
  }
`;
