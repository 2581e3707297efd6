/**
 * Redaction: makes values of the event log fit to be shown and handed out. Secrets are replaced always, numbers where
 * the page masks them. Strings that are JSON are redacted as data, at any depth, addresses by their parts.
 *
 * All of it is linear in the length of a text: the expressions have bounded repeats, and a text is cut first.
 */
import { isRecord, replaceNumbersIn } from '../../internal/index.js';
import { hasSecretName, redactSecretsIn } from './secret-patterns.js';
import { REDACTED } from './secrets.js';

/** Longer texts are cut before they are searched, in characters. */
const MAX_TEXT_LENGTH = 4096;
/** Fields of an object and items of a list that are kept. */
const MAX_ENTRIES = 1000;
/** Objects may contain themselves. Deeper values become a note. */
const MAX_DEPTH = 12;

/** A word of letters and digits, such as a UUID, is no phone number. */
const idPattern = /^(?=.*[a-z])[\w-]+$/i;
/** Names of the vendor's fields for numbers. In them even short digits are a number. */
const phoneNumberKey = /DN$|ANI|DNIS|number|phone|mobile/i;
/** Keypad digits may be a customer's PIN: none of them is kept. */
const digitsKey = /digits$/i;
/** The vendor's support asks for IDs, and times are no phone numbers. */
const unmaskedKey = /id$|time|at$|since|date/i;
/** Digits from which a number counts as a phone number, within a string and as a field for numbers. */
const MIN_DIGITS_IN_TEXT = 7;
const MIN_DIGITS_IN_FIELD = 5;
const VISIBLE_DIGITS = 4;

/** Also for objects of another window, whose prototype is another `Object.prototype`. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Fields that name a value in lists of headers and form fields, and fields that then hold it. */
const nameFields = ['name', 'key', 'header', 'field', 'id'];
const valueField = /^(?:val|value|values|content|text|data)$/i;

/** Whether a record is a pair such as `{ name: 'authorization', value: 'x' }`. */
const isSecretPair = (record: Readonly<Record<string, unknown>>): boolean =>
  nameFields.some((field) => typeof record[field] === 'string' && hasSecretName(record[field]));

/** The value of a text that is JSON of an object, a list or a text; undefined for any other. */
function parseJson(text: string): unknown {
  if (!/^[[{"]/.test(text.trimStart())) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' || typeof value === 'string' ? (value ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** Shortens a text before it is searched, and says how long it was. */
const cut = (text: string): string =>
  text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}${REDACTED} [${text.length} characters]` : text;

/** Redacts the values of one export or one view. Its pseudonyms are not valid in another. */
export class Redactor {
  /** The same number gets the same pseudonym everywhere, so that its entries can still be followed and replayed. */
  readonly #pseudonyms = new Map<string, number>();

  /**
   * @param redactTokens removes the tokens that were in use
   * @param masksNumbers replaces all but the last digits of phone numbers
   */
  constructor(
    private readonly redactTokens: (text: string) => string,
    readonly masksNumbers: boolean,
  ) {}

  /** @param key the name of the field that contains the string, which tells what it is */
  text(text: string, key = '', depth = 0): string {
    const short = cut(text);
    const data = depth > MAX_DEPTH ? undefined : parseJson(short);
    if (data !== undefined) return JSON.stringify(this.value(data, key, depth + 1));
    const clean = redactSecretsIn(short, this.redactTokens);
    if (!this.masksNumbers || unmaskedKey.test(key) || idPattern.test(clean)) return clean;
    if (digitsKey.test(key)) return clean.replace(/\d/g, '0');
    const minDigits = phoneNumberKey.test(key) ? MIN_DIGITS_IN_FIELD : MIN_DIGITS_IN_TEXT;
    return replaceNumbersIn(clean, (found) => this.#mask(found), minDigits);
  }

  /** A redacted copy as plain JSON; values that JSON doesn't have become a note in brackets. */
  value(value: unknown, key = '', depth = 0): unknown {
    if (hasSecretName(key)) return value ? REDACTED : value;
    if (typeof value === 'string') return this.text(value, key, depth);
    if (typeof value === 'number') return this.#number(value, key);
    if (typeof value === 'bigint') return this.text(String(value), key);
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
    if (depth > MAX_DEPTH) return '[too deep]';
    if (Array.isArray(value)) return this.#list(value, key, depth);
    if (value instanceof Error) return this.#error(value, depth);
    return isPlain(value) && isRecord(value) ? this.#record(value, depth) : '[object]';
  }

  /** A list, or a pair such as `['authorization', 'x']`, whose first item names the second. */
  #list(list: readonly unknown[], key: string, depth: number): unknown[] {
    const [name] = list;
    if (list.length === 2 && typeof name === 'string' && hasSecretName(name)) return [this.text(name), REDACTED];
    const kept = list.slice(0, MAX_ENTRIES).map((each) => this.value(each, key, depth + 1));
    return list.length > MAX_ENTRIES ? [...kept, `[${list.length} items]`] : kept;
  }

  #record(record: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
    const isPair = isSecretPair(record);
    const entries = Object.entries(record);
    const kept = entries
      .slice(0, MAX_ENTRIES)
      .map(([key, value]) => [
        this.text(key),
        isPair && valueField.test(key) ? REDACTED : this.value(value, key, depth + 1),
      ]);
    if (entries.length > MAX_ENTRIES) kept.push(['…', `[${entries.length} fields]`]);
    return Object.fromEntries(kept) as Record<string, unknown>;
  }

  /** An error with its message and cause, which `Object.entries` doesn't list. */
  #error(error: Error, depth: number): Record<string, unknown> {
    const { name, message, cause } = error;
    return this.#record({ ...error, name, message, ...(cause === undefined ? undefined : { cause }) }, depth);
  }

  /**
   * A number without separators may be a telephone number, too. Its digits are masked, and it stays
   * a number.
   */
  #number(value: number, key: string): number {
    if (!this.masksNumbers || unmaskedKey.test(key) || !Number.isInteger(value)) return value;
    return Number(this.text(String(value), key));
  }

  /** Replaces all but the last digits by the number's pseudonym, and keeps how it is written. */
  #mask(text: string): string {
    const length = text.replace(/[^\p{Nd}*]/gu, '').length;
    const pseudonym = this.#pseudonyms.get(text) ?? this.#pseudonyms.size + 1;
    this.#pseudonyms.set(text, pseudonym);
    const digits = [...String(pseudonym).padStart(length - VISIBLE_DIGITS, '0')];
    let masked = 0;
    return text.replace(/[\p{Nd}*]/gu, (character) => {
      if (masked >= length - VISIBLE_DIGITS) return character;
      masked += 1;
      return digits.shift() ?? '0';
    });
  }
}
