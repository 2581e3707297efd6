/** The call log as a CSV file, by RFC 4180, for spreadsheets. */
import type { CallRecord } from '../../src/history/index.js';
import { resultText, type CallRecordContext } from './call-records.js';

/**
 * The beginning of a formula, after white space and invisible characters. Names and notes come from outside, and a
 * spreadsheet would run them.
 */
const FORMULA_START = /^[\s\p{Cc}\p{Cf}]*[=+\-@]|^[\t\r\n]/u;

/** Time after which the file's memory is released. Some browsers read it only after the person has chosen a place. */
const DOWNLOAD_GRACE_MS = 60_000;

/** Quotes a cell. A leading apostrophe makes a spreadsheet take a formula as text. NFKC finds full-width signs, too. */
function csvCell(text: string): string {
  const safeText = FORMULA_START.test(text.normalize('NFKC')) ? `'${text}` : text;
  return `"${safeText.replaceAll('"', '""')}"`;
}

/** Formats rows as CSV. The byte order mark makes spreadsheets read UTF-8. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join()}\r\n`).join('')}`;

/** `2026-11-22 20:55:01` in local time, as every spreadsheet reads it. Empty for null. */
const formatTimestamp = (at: number | null): string => (at === null ? '' : new Date(at).toLocaleString('sv'));

const formatSeconds = (from: number | null, to: number | null): string =>
  from === null || to === null ? '' : String(Math.round((to - from) / 1000));

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

/** Downloads calls as `calls-<date>.csv`, with a heading and in the order of the list. */
export function downloadCalls(document: Document, records: readonly CallRecord[], context: CallRecordContext): void {
  const columns = context.t('log.columns').split('|');
  const csv = toCsv([columns, ...records.map((record) => csvRow(record, context))]);
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `calls-${formatTimestamp(Date.now()).slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_GRACE_MS);
}
