import { isRecord } from '../../internal/index.js';
import { fingerprint, type TokenTrace } from './event-log.js';

const secretWords = 'token|secret|passw|authorization|cookie|credential|api[-_]?key|signature|jwt';
const secretKey = new RegExp(secretWords, 'i');
/** Keys and values within a text: JSON, headers, the query of a URL. */
const secretInText = new RegExp(
  `(["']?[\\w-]*(?:${secretWords})[\\w-]*["']?\\s*[:=]\\s*["']?(?:bearer\\s+)?)[^\\s"'&,;{}]+`,
  'gi',
);
const bareSecret = /\bbearer\s+[\w.~+/-]+=*|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/gi;

const BLOT = '…';
/** A shorter token would blot out what isn't one. */
const TOKEN_MIN = 4;
const DEPTH = 12;

const number = /(?<![\w-])\+?\d(?:[ ()-]*[\d*])*(?![\w-])/g;
const numberKey = /DN$|ANI|DNIS|number|phone|mobile/i;
const digitsKey = /digits$/i;
/** Ids are asked for by the vendor's support, and moments are no numbers that somebody could call. */
const plainKey = /id$|time|at$|since|date/i;
const [IN_TEXT, IN_FIELD, SHOWN] = [7, 5, 4];

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null; // also of another window
};

/** Makes values fit to be shown and handed out: plain JSON, no secrets, and no whole numbers where the page masks them. */
export class Cleaner {
  /** The same number gets the same pseudonym everywhere, so that what belongs together can still be seen. */
  readonly #pseudonyms = new Map<string, number>();

  constructor(
    private readonly tokens: readonly TokenTrace[],
    readonly masks: boolean,
  ) {}

  text(text: string, key = ''): string {
    const clean = this.tokens
      .reduce((rest, token) => without(rest, token), text)
      .replace(secretInText, `$1${BLOT}`)
      .replace(bareSecret, BLOT);
    if (!this.masks || plainKey.test(key)) return clean;
    if (digitsKey.test(key)) return clean.replace(/\d/g, '0');
    return clean.replace(number, (found) => this.#mask(found, numberKey.test(key) ? IN_FIELD : IN_TEXT));
  }

  value(value: unknown, key = '', depth = 0): unknown {
    if (secretKey.test(key)) return value ? BLOT : value;
    if (typeof value === 'string') return this.text(value, key);
    if (typeof value === 'number') return this.#number(value, key);
    if (typeof value === 'bigint') return this.text(String(value), key);
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
    if (depth > DEPTH) return '[too deep]';
    if (Array.isArray(value)) return value.map((each) => this.value(each, key, depth + 1));
    if (value instanceof Error) return this.#error(value, depth);
    return isPlain(value) && isRecord(value) ? this.#record(value, depth) : '[object]';
  }

  #record(record: Readonly<Record<string, unknown>>, depth: number): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(record).map(([key, value]) => [this.text(key), this.value(value, key, depth + 1)]),
    );
  }

  #error(error: Error, depth: number): Record<string, unknown> {
    const { name, message, cause } = error;
    return this.#record({ ...error, name, message, ...(cause === undefined ? undefined : { cause }) }, depth);
  }

  #number(value: number, key: string): number {
    if (!this.masks || plainKey.test(key) || !Number.isInteger(value)) return value;
    return Number(this.text(String(value), key));
  }

  /** All but the last digits become those of a running number. */
  #mask(text: string, least: number): string {
    const length = text.replace(/[^\d*]/g, '').length;
    if (length < least) return text;
    const nth = this.#pseudonyms.get(text) ?? this.#pseudonyms.size + 1;
    this.#pseudonyms.set(text, nth);
    const digits = [...String(nth).padStart(length - SHOWN, '0')];
    let left = length - SHOWN;
    return text.replace(/[\d*]/g, (sign) => {
      if (left <= 0) return sign;
      left -= 1;
      return digits.shift() ?? '0';
    });
  }
}

/** The text without the token, wherever it stands in it. */
function without(text: string, { length, fingerprint: wanted }: TokenTrace): string {
  if (length < TOKEN_MIN) return text;
  let rest = text;
  for (let at = 0; at + length <= rest.length; at += 1) {
    if (fingerprint(rest.slice(at, at + length)) === wanted) rest = rest.slice(0, at) + BLOT + rest.slice(at + length);
  }
  return rest;
}
