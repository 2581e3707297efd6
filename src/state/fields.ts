import { roles, type Role } from '../sdk/index.js';
import type { CallType, QualityLetter } from './state.js';

/** A message's fields, of which nothing is sure: missing, padded, a number for a string or the other way round. */
export type Fields = Readonly<Record<string, unknown>>;

export const nothing: Fields = Object.freeze({});

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const str = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** A number, also from text and with a `%`; undefined where there is none. */
export function num(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const digits = value.replace('%', '').trim();
  const number = digits === '' ? Number.NaN : Number(digits);
  return Number.isFinite(number) ? number : undefined;
}

const FIRST_MILLISECONDS = 1e11;

/** Milliseconds since 1970 from milliseconds or seconds; undefined for anything else. */
export function time(value: unknown): number | undefined {
  const number = num(value);
  if (number === undefined || number <= 0) return undefined;
  return number < FIRST_MILLISECONDS ? number * 1000 : number;
}

/** A moment in the past: a server's clock that is ahead must not make a timer negative. */
export function past(value: unknown, at: number): number | undefined {
  const moment = time(value);
  return moment === undefined ? undefined : Math.min(moment, at);
}

/** A role by name, number or numeric text; an unknown name stays. */
export function role(value: unknown): Role | (string & {}) {
  const word = str(value);
  return /^\d+$/.test(word) ? (roles[Number(word)] ?? word) : word || 'Unknown';
}

const callTypes: Readonly<Record<string, CallType>> = {
  inbound: 'inbound',
  outbound: 'outbound',
  internal: 'internal',
  consult: 'consult',
};

export const callType = (value: unknown): CallType | undefined => callTypes[str(value).toLowerCase()];

/** Business data comes as an object or as JSON text. */
export function data(value: unknown): Fields | undefined {
  if (isRecord(value)) return value;
  if (typeof value !== 'string' || !value.trim().startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const letters = 'edcba';

export function quality(value: unknown): QualityLetter | null {
  const letter = str(value).toLowerCase();
  return letter.length === 1 && letters.includes(letter) ? (letter as QualityLetter) : null;
}

export const worse = (a: QualityLetter | null, b: QualityLetter | null): QualityLetter | null =>
  a === null || (b !== null && letters.indexOf(b) > letters.indexOf(a)) ? b : a;
