import { Refusal } from '../model/refusal.js';

/** Reads a request as the vendor's servers would: padded texts are trimmed, numbers may be texts, and the reverse. */
export class Params {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  /** Empty when it is absent. */
  string(name: string): string {
    const value = this.fields[name];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    throw new Refusal('wrong-parameter', `${name} must be a text`);
  }

  requiredString(name: string): string {
    const value = this.string(name);
    if (value === '') throw new Refusal('missing-parameter', name);
    return value;
  }

  /** One of a set of words, or blank. */
  oneOf<const W extends string>(name: string, words: readonly W[]): W | '' {
    const value = this.string(name);
    if (value === '') return '';
    const known = words.find((word) => word === value);
    if (known === undefined) throw new Refusal('wrong-parameter', `${name} must be one of ${words.join(', ')}`);
    return known;
  }

  integer(name: string, min: number, max: number, preset?: number): number {
    const value = this.string(name);
    if (value === '' && preset !== undefined) return preset;
    if (value === '') throw new Refusal('missing-parameter', name);
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max) {
      throw new Refusal('wrong-parameter', `${name} must be a whole number from ${min} to ${max}`);
    }
    return number;
  }

  boolean(name: string): boolean {
    const value = this.fields[name];
    return value === true || (typeof value === 'string' && value.trim() === 'true');
  }

  object(name: string): Record<string, unknown> {
    const value = this.fields[name];
    if (value === undefined || value === null || value === '') return {};
    if (typeof value !== 'object' || Array.isArray(value)) {
      throw new Refusal('wrong-parameter', `${name} must be an object`);
    }
    return { ...value };
  }
}
