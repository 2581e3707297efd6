/**
 * The call log as a CSV file, by RFC 4180, for spreadsheets. It is separate from the list, because
 * its rules come from spreadsheets: quoting, byte order mark, and protection against formulas.
 */
import type { CallRecord } from '../../src/history/index.js';
import { resultText, type CallRecordContext } from './call-records.js';

/**
 * The beginning of a formula, after white space and invisible characters. Names and notes come from outside, and a
 * spreadsheet would execute them.
 */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@]|^[\t\r\n]/u;

/**
 * A formula after a character that separates cells in another country. Quotes don't protect it there: such a spreadsheet
 * splits the line at the semicolon, and the quote that began the cell isn't at its beginning.
 */
const INNER_FORMULA = /((?:[;|]|(?<=[^])[\t\r\n])[\s\p{Cc}\p{Cf}"']*)(?=[=+\-@])/gu;

/**
 * Time in milliseconds after which the memory of the file is released. Some browsers read it only
 * after the agent has chosen a folder, and no event tells when that is done.
 */
const DOWNLOAD_GRACE_MS = 60_000;

/**
 * Quotes a cell. A leading apostrophe makes a spreadsheet take a formula as text. The normalization
 * (NFKC) finds full-width signs, which some spreadsheets accept as well. A number that begins with
 * `+` gets the apostrophe, too.
 */
function csvCell(text: string): string {
  const plain = text.normalize('NFKC');
  const escaped = plain.replace(INNER_FORMULA, "$1'");
  const inner = escaped === plain ? text : escaped;
  const safeText = FORMULA_START.test(plain) ? `'${inner}` : inner;
  return `"${safeText.replaceAll('"', '""')}"`;
}

/** Formats rows as CSV. The byte order mark makes spreadsheets read UTF-8. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join()}\r\n`).join('')}`;

/** `2026-11-22 20:55:01` in local time. */
const formatLocal = (at: number): string => new Date(at).toLocaleString('sv');

/**
 * `2026-11-22 20:55:01+08:00`, in local time. Without the offset, a call in the hour that the end of summer time repeats
 * would end before its beginning. Empty for null.
 */
function formatTimestamp(at: number | null): string {
  if (at === null) return '';
  const minutes = -new Date(at).getTimezoneOffset();
  const offset = new Date(Math.abs(minutes) * 60_000).toISOString().slice(11, 16);
  return `${formatLocal(at)}${minutes < 0 ? '-' : '+'}${offset}`;
}

/** A length in whole seconds, which a spreadsheet can add up. Empty where one end is unknown. */
const formatSeconds = (from: number | null, to: number | null): string =>
  from === null || to === null ? '' : String(Math.round((to - from) / 1000));

/**
 * Returns the cells of a call, in the order of the headings in `log.columns`. Masking applies to
 * the file as it does to the list: a file leaves the agent's screen more easily.
 */
function csvRow(record: CallRecord, context: CallRecordContext): readonly string[] {
  const { t, maskNumber, maskText } = context;
  const { connectedAt, endedAt, quality } = record;
  return [
    formatTimestamp(record.startedAt),
    t(`call.${record.type}`),
    connectedAt === null ? resultText(record, context) : t('log.answered'),
    maskNumber(record.number),
    maskText(record.name ?? ''),
    formatTimestamp(connectedAt),
    formatTimestamp(endedAt),
    formatSeconds(connectedAt, endedAt),
    maskText(record.disposition),
    maskText(record.notes),
    quality?.mos.toFixed(2) ?? '',
    quality?.lowest.toFixed(2) ?? '',
  ];
}

/**
 * Downloads calls as `calls-<date>.csv`, with a row of headings and in the order of the list. The
 * date is the day of the download in local time.
 * @param document the document of the element, which creates the link
 */
export function downloadCalls(document: Document, records: readonly CallRecord[], context: CallRecordContext): void {
  const columns = context.t('log.columns').split('|');
  const csv = toCsv([columns, ...records.map((record) => csvRow(record, context))]);
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `calls-${formatLocal(Date.now()).slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_GRACE_MS);
}
