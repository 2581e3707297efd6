/**
 * Plain data. Coercion is for data from outside: messages and results of the SDK, stored records, JSON of attributes. A
 * field may be missing, padded, a number where a string is documented, or the other way round.
 */

/** An object of unknown fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** One object for all absent fields. */
export const emptyFields: Fields = Object.freeze({});

/** Tells whether a value is an object and no list. */
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

/** The value of an attribute or of the property behind it: attributes bring JSON, scripts bring values. */
function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? undefined : (JSON.parse(value) as unknown);
}

/** A list of strings, from JSON or as a value. Nothing is the empty list; anything else is null. */
export function parseStringList(value: unknown): readonly string[] | null {
  try {
    const list = parseJson(value) ?? [];
    if (!Array.isArray(list)) return null;
    return list.every((each) => typeof each === 'string') ? list : null;
  } catch {
    return null;
  }
}

/**
 * An object, from JSON or as a value; undefined where there is none.
 * @throws Error with the reason, for anything else
 */
export function parseObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const data = parseJson(value) ?? undefined;
  if (data === undefined) return undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error(String(JSON.stringify(data)));
  return Object.fromEntries(Object.entries(data));
}

/** Freezes a value and everything inside it; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/**
 * A frozen copy with the changes. Returns the same object, frozen, when nothing changes, so that callers compare by
 * identity.
 */
export function patch<T extends object>(value: T, changes: Partial<T>): T {
  for (const key in changes) {
    if (!Object.is(value[key], changes[key])) return Object.freeze({ ...value, ...changes });
  }
  Object.freeze(value);
  return value;
}
