import { deepFreeze, isRecord, str, type Fields } from '../internal/index.js';
import { roles, type Role } from '../sdk/index.js';
import type { CallType, QualityLetter } from './model.js';

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

export function callType(value: unknown): CallType | undefined {
  const word = str(value).toLowerCase();
  return Object.hasOwn(callTypes, word) ? callTypes[word] : undefined;
}

/** Values that need no copy, and are the same in JSON. */
const isSimple = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** Business data comes as an object or as JSON text; what JSON can't say is none. A frozen copy: the SDK's stays its own. */
export function data(value: unknown): Fields | undefined {
  if (typeof value !== 'string' && !isRecord(value)) return undefined;
  if (isRecord(value) && Object.values(value).every(isSimple)) return Object.freeze({ ...value });
  try {
    const parsed: unknown = JSON.parse(typeof value === 'string' ? value : JSON.stringify(value));
    return isRecord(parsed) ? deepFreeze(parsed) : undefined;
  } catch {
    return undefined;
  }
}

const says = (known: Fields, value: Fields): boolean =>
  Object.keys(value).every((key) => isSimple(value[key]) && Object.is(known[key], value[key]));

/** What is known, with the business data of a message; the same object when that is no news. */
export function merged(known: Fields, value: unknown): Fields {
  if (value === undefined || (isRecord(value) && says(known, value))) return known;
  const told = data(value);
  if (!told || says(known, told)) return known;
  const all = { ...known, ...told };
  return JSON.stringify(all) === JSON.stringify(known) ? known : Object.freeze(all);
}

const letters = 'edcba';

export function quality(value: unknown): QualityLetter | null {
  const letter = str(value).toLowerCase();
  return letter.length === 1 && letters.includes(letter) ? (letter as QualityLetter) : null;
}

export const worse = (a: QualityLetter | null, b: QualityLetter | null): QualityLetter | null =>
  a === null || (b !== null && letters.indexOf(b) > letters.indexOf(a)) ? b : a;
