/**
 * Redaction: makes values of the event log fit to be shown and handed out. Secrets are replaced always, numbers where
 * the page masks them.
 */
import { isRecord } from '../../internal/index.js';

const SECRET_WORDS = 'token|secret|passw|authorization|cookie|credential|api[-_]?key|signature|jwt';
const secretKey = new RegExp(SECRET_WORDS, 'i');
/** Keys and values within a string: JSON, headers, the query of a URL. */
const secretInText = new RegExp(
  `(["']?[\\w-]*(?:${SECRET_WORDS})[\\w-]*["']?\\s*[:=]\\s*["']?(?:bearer\\s+)?)[^\\s"'&,;{}]+`,
  'gi',
);
/** Bearer tokens and JSON Web Tokens. */
const bareSecret = /\bbearer\s+[\w.~+/-]+=*|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/gi;

const REDACTED = '…';
/** A shorter token would match strings that aren't it. */
const MIN_SECRET_LENGTH = 4;
const MAX_DEPTH = 12;

const phoneNumber = /(?<![\w-])\+?\d(?:[ ()-]*[\d*])*(?![\w-])/g;
const phoneNumberKey = /DN$|ANI|DNIS|number|phone|mobile/i;
const digitsKey = /digits$/i;
/** The vendor's support asks for IDs, and times are no phone numbers. */
const unmaskedKey = /id$|time|at$|since|date/i;
/** Digits from which a number counts as a phone number, within a string and as a field for numbers. */
const MIN_DIGITS_IN_TEXT = 7;
const MIN_DIGITS_IN_FIELD = 5;
const VISIBLE_DIGITS = 4;

/** Identifies a secret without containing it. */
export interface SecretTrace {
  readonly length: number;
  readonly fingerprint: number;
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

export const traceOf = (secret: string): SecretTrace => ({ length: secret.length, fingerprint: fingerprint(secret) });

/** Replaces every occurrence of a secret. */
function withoutSecret(text: string, { length, fingerprint: wanted }: SecretTrace): string {
  if (length < MIN_SECRET_LENGTH) return text;
  let rest = text;
  for (let at = 0; at + length <= rest.length; at += 1) {
    if (fingerprint(rest.slice(at, at + length)) === wanted) {
      rest = rest.slice(0, at) + REDACTED + rest.slice(at + length);
    }
  }
  return rest;
}

/** Also for objects of another window, whose prototype is another `Object.prototype`. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

export class Redactor {
  /** The same number gets the same pseudonym everywhere, so that its entries can still be followed and replayed. */
  readonly #pseudonyms = new Map<string, number>();

  /** @param masksNumbers replaces all but the last digits of phone numbers */
  constructor(
    private readonly secrets: readonly SecretTrace[],
    readonly masksNumbers: boolean,
  ) {}

  /** @param key the name of the field that contains the string, which tells what it is */
  text(text: string, key = ''): string {
    const clean = this.secrets
      .reduce((rest, secret) => withoutSecret(rest, secret), text)
      .replace(secretInText, `$1${REDACTED}`)
      .replace(bareSecret, REDACTED);
    if (!this.masksNumbers || unmaskedKey.test(key)) return clean;
    if (digitsKey.test(key)) return clean.replace(/\d/g, '0');
    const minDigits = phoneNumberKey.test(key) ? MIN_DIGITS_IN_FIELD : MIN_DIGITS_IN_TEXT;
    return clean.replace(phoneNumber, (found) => this.#mask(found, minDigits));
  }

  /** A redacted copy as plain JSON; values that JSON doesn't have become a note in brackets. */
  value(value: unknown, key = '', depth = 0): unknown {
    if (secretKey.test(key)) return value ? REDACTED : value;
    if (typeof value === 'string') return this.text(value, key);
    if (typeof value === 'number') return this.#number(value, key);
    if (typeof value === 'bigint') return this.text(String(value), key);
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
    if (depth > MAX_DEPTH) return '[too deep]';
    if (Array.isArray(value)) return value.map((each) => this.value(each, key, depth + 1));
    if (value instanceof Error) return this.#error(value, depth);
    return isPlain(value) && isRecord(value) ? this.#record(value, depth) : '[object]';
  }

  #record(record: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(record).map(([key, value]) => [this.text(key), this.value(value, key, depth + 1)]),
    );
  }

  /** An error with its message and cause, which `Object.entries` doesn't list. */
  #error(error: Error, depth: number): Record<string, unknown> {
    const { name, message, cause } = error;
    return this.#record({ ...error, name, message, ...(cause === undefined ? undefined : { cause }) }, depth);
  }

  #number(value: number, key: string): number {
    if (!this.masksNumbers || unmaskedKey.test(key) || !Number.isInteger(value)) return value;
    return Number(this.text(String(value), key));
  }

  /** Replaces all but the last digits by the number's pseudonym, and keeps how it is written. */
  #mask(text: string, minDigits: number): string {
    const length = text.replace(/[^\d*]/g, '').length;
    if (length < minDigits) return text;
    const pseudonym = this.#pseudonyms.get(text) ?? this.#pseudonyms.size + 1;
    this.#pseudonyms.set(text, pseudonym);
    const digits = [...String(pseudonym).padStart(length - VISIBLE_DIGITS, '0')];
    let masked = 0;
    return text.replace(/[\d*]/g, (character) => {
      if (masked >= length - VISIBLE_DIGITS) return character;
      masked += 1;
      return digits.shift() ?? '0';
    });
  }
}
