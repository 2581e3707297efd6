/**
 * Coercion of data from outside: the SDK's messages and results, stored records, JSON. Every field may be missing,
 * padded, a number where a string is documented, or the other way round.
 */

/** An object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

export const emptyFields: Fields = Object.freeze({});

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A trimmed string; numbers are converted, everything else is the empty string. */
export const str = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** A finite number, also from a string and with a `%`; undefined for anything else. */
export function num(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const digits = value.replace('%', '').trim();
  const number = digits === '' ? Number.NaN : Number(digits);
  return Number.isFinite(number) ? number : undefined;
}

/** The smallest timestamp that is read as milliseconds (3 March 1973); smaller ones are seconds. */
const FIRST_TIMESTAMP_MS = 1e11;

/** Milliseconds since 1970 from milliseconds or seconds; undefined for anything else. */
export function time(value: unknown): number | undefined {
  const number = num(value);
  if (number === undefined || number <= 0) return undefined;
  return number < FIRST_TIMESTAMP_MS ? number * 1000 : number;
}

/** A time in the past, in milliseconds since 1970: a server's clock that is ahead must not make a timer negative. */
export function clampToNow(value: unknown, now: number): number | undefined {
  const moment = time(value);
  return moment === undefined ? undefined : Math.min(moment, now);
}
