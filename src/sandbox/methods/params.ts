/**
 * Parameters of a request. The examples of the document pad values with spaces and write numbers as
 * strings, so each method reads its parameters through this class instead of from the object.
 */
import { Refusal } from '../model/index.js';

/** Reads parameters tolerantly. A wrong one throws a {@link Refusal} with its name. */
export class Params {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /** Returns an empty string for an absent parameter. */
  string(name: string): string {
    const value = this.fields[name];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    throw new Refusal('wrong-parameter', `${name} must be a string`);
  }

  /** Refuses an absent or blank parameter. */
  requiredString(name: string): string {
    const value = this.string(name);
    if (value === '') throw new Refusal('missing-parameter', name);
    return value;
  }

  /** Returns one of the words, or an empty string for an absent parameter. */
  oneOf<const W extends string>(name: string, words: readonly W[]): W | '' {
    const value = this.string(name);
    if (value === '') return '';
    const known = words.find((word) => word === value);
    if (known === undefined) throw new Refusal('wrong-parameter', `${name} must be one of ${words.join(', ')}`);
    return known;
  }

  /**
   * Returns an integer within the limits, both included. Without a fallback the parameter is
   * required.
   */
  integer(name: string, min: number, max: number, fallback?: number): number {
    const value = this.string(name);
    if (value === '' && fallback !== undefined) return fallback;
    if (value === '') throw new Refusal('missing-parameter', name);
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max) {
      throw new Refusal('wrong-parameter', `${name} must be an integer from ${min} to ${max}`);
    }
    return number;
  }

  /** Anything but `true` counts as false: a blank parameter is not an error in the document. */
  boolean(name: string): boolean {
    const value = this.fields[name];
    return value === true || (typeof value === 'string' && value.trim() === 'true');
  }

  /** Returns a copy; an empty object for an absent parameter. */
  object(name: string): Record<string, unknown> {
    const value = this.fields[name];
    if (value === undefined || value === null || value === '') return {};
    if (typeof value !== 'object' || Array.isArray(value)) {
      throw new Refusal('wrong-parameter', `${name} must be an object`);
    }
    return { ...value };
  }
}
