/**
 * Checks of single parameters. They let a page pass values as forms and attributes give them, and
 * turn them into the types that the SDK expects. A separate file, because the rows of `commands.ts`
 * are a table of names only, and the types of the public methods are derived from these checks.
 */
import { parsePhoneNumber, type NumberRefusal } from '../internal/index.js';
import { reasonCodes } from './vocabulary.js';

/** Knowledge of the session that a check needs besides the value. */
export interface CheckContext {
  /**
   * Reason codes that `queryStates` has returned to this session. A company may define breaks
   * beyond the documented codes; without them a valid break would be refused in the page.
   */
  readonly breakCodes: readonly number[];
  /** All parameters of the command, unchecked. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Reports what is left out of the parameter. The text follows its name. */
  readonly warn: (text: string) => void;
}

/**
 * Checks one parameter before it is sent, and converts it.
 * @returns the value with the type that the SDK expects
 * @throws Error with a message that continues "<command>: <parameter> …"; the session adds both
 *   names
 */
export type Check<T> = (value: unknown, context: CheckContext) => T;

/** Row of `params` in the command table. `Required` decides whether a caller may leave it out. */
export interface Param<T, Required extends boolean> {
  readonly check: Check<T>;
  readonly required: Required;
}

export const required = <T>(check: Check<T>): Param<T, true> => ({ check, required: true });
/** Marks a parameter that is not sent while it is blank: the platform has defaults. */
export const optional = <T>(check: Check<T>): Param<T, false> => ({ check, required: false });

/** Whether a value is absent or white space: attributes express "no value" by an empty string. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * Trims a string. Numbers are accepted, because work numbers and extensions look like numbers to a
 * page; the document types them as strings, and pads some of them with spaces.
 */
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
  const { number, afterAnswer, refusal } = parsePhoneNumber(text(value, context));
  if (refusal) throw new Error(refusalTexts[refusal]);
  if (afterAnswer) context.warn(`goes without "${afterAnswer}". Send that with sendDtmf after the answer.`);
  return number;
};

/** The target of a transfer: a number or an extension by `targetType` (section "Transfer"), else a name or a code. */
export const transferTarget: Check<string> = (value, context) =>
  /^\s*[12]\s*$/.test(String(context.params['targetType'])) ? phoneNumber(value, context) : text(value, context);

/** Accepts the strings of attributes too, and no other: any non-empty string is truthy. */
export const flag: Check<boolean> = (value) => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new Error('must be true or false');
};

/** Accepts objects, but no arrays: `userData` returns as the fields of `attachedData`. */
export const object: Check<Record<string, unknown>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('must be an object');
  return value as Record<string, unknown>;
};

/** Creates a check for an integer, limits included. Strings of digits are converted. */
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

/** Creates a check for one of several words. Digits may be passed as numbers. */
export const oneOf =
  <const T extends string>(...values: readonly T[]): Check<T> =>
  (value, context) => {
    const word = text(value, context);
    const found = values.find((each) => each === word);
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  };

/** Accepts a documented code, or one that `queryStates` has returned (section "Occupied"). */
export const reasonCode: Check<number> = (value, { breakCodes }) => {
  const code = typeof value === 'string' ? Number(value.trim()) : value;
  const known: readonly number[] = [...reasonCodes, ...breakCodes];
  if (typeof code !== 'number' || !known.includes(code)) {
    throw new Error(`must be one of ${[...new Set(known)].join(', ')}`);
  }
  return code;
};

/**
 * Accepts keys of a telephone (section "Send Key"). The document lists 1 to 9, which leaves out 0
 * by an obvious slip. The maximum length is not checked: longer strings are sent in several
 * requests.
 */
export const dtmfDigits: Check<string> = (value, context) => {
  const digits = text(value, context);
  if (!/^[0-9*#]+$/.test(digits)) throw new Error('may hold only 0-9, * and #');
  return digits;
};
