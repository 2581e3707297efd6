import { parsePhoneNumber, type NumberRefusal } from '../internal/index.js';
import { reasonCodes } from './vocabulary.js';

/** What a check may know besides the value. */
export interface CheckContext {
  /** The reason codes that `queryStates` has returned to this session. */
  readonly breakCodes: readonly number[];
}

/**
 * Looks at one parameter before it leaves the page.
 * @returns the value as the SDK wants it
 * @throws a plain `Error` that says what is expected; the session adds the command and the parameter's name
 */
export type Check<T> = (
  value: unknown,
  context: CheckContext,
  /** The parameters that were checked already, in the order of the table. */
  checked?: Readonly<Record<string, unknown>>,
) => T;

export interface Param<T, Required extends boolean> {
  readonly check: Check<T>;
  readonly required: Required;
}

export const required = <T>(check: Check<T>): Param<T, true> => ({ check, required: true });
export const optional = <T>(check: Check<T>): Param<T, false> => ({ check, required: false });

/** Absent, or nothing but blanks: forms and attributes say "nothing" with an empty string. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

export const text: Check<string> = (value) => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') throw new Error('must be a text');
  return value.trim();
};

const refusalTexts: Readonly<Record<NumberRefusal, string>> = {
  'no-digits': 'must be a phone number',
  several: 'must be one phone number',
  characters: 'has characters that no keypad has',
};

/** A number as people write it. Masks (`135****5678`) and `+` are part of it; an extension is not sent. */
export const phoneNumber: Check<string> = (value, context) => {
  const { number, refusal } = parsePhoneNumber(text(value, context));
  if (refusal) throw new Error(refusalTexts[refusal]);
  return number;
};

/** The target of a transfer: an outside number (`1`) or an extension (`2`), else the id of an agent or a group. */
export const transferTarget: Check<string> = (value, context, { targetType } = {}) =>
  (targetType === '1' || targetType === '2' ? phoneNumber : text)(value, context);

export const flag: Check<boolean> = (value) => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new Error('must be true or false');
};

export const object: Check<Record<string, unknown>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('must be an object');
  return value as Record<string, unknown>;
};

export const integer =
  (min: number, max: number): Check<number> =>
  (value) => {
    const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
      throw new Error(
        max === Number.MAX_SAFE_INTEGER
          ? `must be a whole number from ${min}`
          : `must be a whole number from ${min} to ${max}`,
      );
    }
    return number;
  };

export const oneOf =
  <const T extends string>(...values: readonly T[]): Check<T> =>
  (value, context) => {
    const word = text(value, context);
    const found = values.find((each) => each === word);
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  };

export const reasonCode: Check<number> = (value, { breakCodes }) => {
  const code = typeof value === 'string' ? Number(value.trim()) : value;
  const known: readonly number[] = [...reasonCodes, ...breakCodes];
  if (typeof code !== 'number' || !known.includes(code)) {
    throw new Error(`must be one of ${[...new Set(known)].join(', ')}`);
  }
  return code;
};

export const dtmfDigits: Check<string> = (value, context) => {
  const digits = text(value, context);
  if (!/^[0-9*#]+$/.test(digits)) throw new Error('may hold only 0-9, * and #');
  return digits;
};
