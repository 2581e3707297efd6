import { css, html, nothing, type TemplateResult } from 'lit';
import type { Call, PartyInfo } from '../../state/index.js';
import type { Translate } from '../i18n/index.js';
import type { callMessages } from './messages.js';

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

/** How the call came about. */
export function callKindOf(call: Pick<Call, 'type' | 'parties'>): Call['type'] | 'transfer' {
  const roles = call.parties.map(({ role }) => role);
  if (call.type === 'consult' || roles.includes('ConsultBy')) return 'consult';
  const transferred = roles.includes('TransferBy') || roles.includes('TransferTo');
  return transferred && call.type !== 'outbound' ? 'transfer' : call.type;
}

/**
 * Whether a call rings for the agent, and not at the other side of a call of the agent's own. One that is transferred
 * keeps its type, whatever that is.
 */
export const isIncomingCall = ({ state, type, parties }: Call): boolean =>
  state === 'ringing' && (type !== 'outbound' || parties.some(({ role }) => role === 'TransferTo'));

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
