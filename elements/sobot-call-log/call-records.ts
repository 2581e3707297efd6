/** The texts and the list of recorded calls. The element adds the controls; the CSV export uses the same texts. */
import { html, nothing, type TemplateResult } from 'lit';
import { type CallRecord, isMissed } from '../../src/history/index.js';
import { clockTime, keyedList } from '../../src/ui/directives/index.js';
import { isolateNumbers } from '../../src/ui/call/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';
import { phoneIncoming, phoneMissed, phoneOutgoing } from '../../src/ui/icons/index.js';
import type { callLogMessages } from './messages.js';

/** The abilities of the element that texts need. */
export interface CallRecordContext {
  /** Looks up a message in the language of the element. */
  readonly t: Translate<typeof callLogMessages>;
  /** The language of the element, for dates. */
  readonly language: string;
  /**
   * Return number and text as they may be shown: masked where the agent element has `mask-numbers`.
   */
  readonly maskNumber: (number: string) => string;
  readonly maskText: (text: string) => string;
  /** Whether a missed call waits for a call back. */
  readonly isUnreturned: (record: CallRecord) => boolean;
}

/** The controls of a call, which the element renders. */
export interface CallRecordControls {
  /** Nothing for a withheld number. */
  readonly dialButton: TemplateResult | typeof nothing;
  /** The error of the last command that the call's button ran. */
  readonly failure: TemplateResult | typeof nothing;
}

/** The name of the other side, or its number. Withheld numbers get a text. */
export const partyText = (
  { name, number }: Pick<CallRecord, 'name' | 'number'>,
  { t, maskNumber, maskText }: CallRecordContext,
): string => maskText(name ?? '') || maskNumber(number) || t('call.noNumber');

/** The length of an answered call, or why there was no conversation. Empty if the end is unknown. */
export function resultText(record: CallRecord, { t, isUnreturned }: CallRecordContext): string {
  const { number, connectedAt, endedAt } = record;
  if (connectedAt !== null) return endedAt === null ? '' : clockTime(endedAt - connectedAt);
  if (!isMissed(record)) return t('log.unanswered');
  // A call without a number can't be called back.
  return t(number === '' || isUnreturned(record) ? 'log.isMissed' : 'log.returned');
}

/** The day now, in local time. */
export const today = (): string => new Date(Date.now()).toDateString();

/** The time in the element's language, with the date unless it is today. */
function formatDateTime(at: number, language: string): string {
  const date = new Date(at);
  const isToday = date.toDateString() === today();
  return date.toLocaleString(language, { timeStyle: 'short', ...(!isToday && { dateStyle: 'short' }) });
}

/** The icon beside a call. It repeats the text of the row, so it needs no accessible name. */
function iconOf(record: CallRecord): TemplateResult {
  if (isMissed(record)) return phoneMissed;
  return record.outgoing ? phoneOutgoing : phoneIncoming;
}

/**
 * Renders disposition, notes, time of ringing and voice quality, closed at first so that a row
 * stays two lines high. The time of ringing alone is not worth opening: without one of the others
 * nothing is rendered.
 */
function renderDetails(
  { startedAt, connectedAt, endedAt, disposition, notes, quality }: CallRecord,
  { t, maskText }: CallRecordContext,
): TemplateResult | typeof nothing {
  const mos = quality && t('log.mos', quality.mos.toFixed(1), quality.lowest.toFixed(1));
  if (!disposition && !notes && !mos) return nothing;
  const answeredAt = connectedAt ?? endedAt;
  const details = [
    [t('log.disposition'), disposition],
    [t('log.notes'), notes],
    [t('log.rang'), answeredAt === null ? '' : clockTime(answeredAt - startedAt)],
    [t('log.quality'), mos],
  ].filter(([, value]) => value);
  return html`<details class="below" part="details">
    <summary>${t('log.details')}</summary>
    <dl class="facts">
      ${details.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd><bdi>${isolateNumbers(maskText(value ?? ''))}</bdi></dd>`,
      )}
    </dl>
  </details>`;
}

/**
 * Renders the second line: number, kind, time and result. A missed call has no kind, because its
 * result says it. `bdi` keeps numbers from changing the order of a line in a right-to-left
 * language.
 */
function renderLine(record: CallRecord, context: CallRecordContext): TemplateResult {
  const { t, language, maskNumber } = context;
  const { name, number, startedAt, type } = record;
  const result = resultText(record, context);
  return html`<p class="line" part="line">
    ${name && number ? html`<bdi>${maskNumber(number)}</bdi> · ` : nothing}${
      isMissed(record) ? nothing : html`${t(`call.${type}`)} · `
    }<time datetime=${new Date(startedAt).toISOString()}>${formatDateTime(startedAt, language)}</time>${
      result ? html` · <span class="result" part="result">${result}</span>` : nothing
    }
  </p>`;
}

/**
 * Renders a row. Its class `missed` marks a call that waits for a call back, and no longer one that
 * was returned.
 */
function renderCall(
  record: CallRecord,
  context: CallRecordContext,
  { dialButton, failure }: CallRecordControls,
): TemplateResult {
  return html`<li class="call ${context.isUnreturned(record) ? 'missed' : ''}" part="call">
    ${iconOf(record)}
    <div>
      <p class="who" part="who"><bdi>${partyText(record, context)}</bdi></p>
      ${renderLine(record, context)}
    </div>
    ${dialButton} ${failure} ${renderDetails(record, context)}
  </li>`;
}

/** Renders the list of calls. Rows are keyed by call, so an open row stays open when a new call comes. */
export const renderCallList = (
  records: readonly CallRecord[],
  context: CallRecordContext,
  controlsOf: (record: CallRecord) => CallRecordControls,
): TemplateResult =>
  html`<ul part="calls" aria-label=${context.t('log.title')}>
    ${keyedList(
      records,
      ({ id }) => id,
      (record) => renderCall(record, context, controlsOf(record)),
    )}
  </ul>`;
