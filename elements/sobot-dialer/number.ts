import type { Phone } from '../../src/ui/base/agent-host.js';

const REMEMBERED = 5;
const recent = new WeakMap<Phone, readonly string[]>();

/** The numbers that were dialled last with this phone, newest first; kept in memory alone. */
export const recentNumbers = (phone: Phone | null): readonly string[] => (phone && recent.get(phone)) ?? [];

export function remember(phone: Phone, number: string): void {
  recent.set(phone, [number, ...recentNumbers(phone).filter((each) => each !== number)].slice(0, REMEMBERED));
}

const unfinished = new WeakMap<Phone, string>();

/** What was in the field when a call took its place. */
export const unfinishedNumber = (phone: Phone | null): string => (phone && unfinished.get(phone)) ?? '';

export function keepUnfinished(phone: Phone | null, number: string): void {
  if (phone) unfinished.set(phone, number);
}
