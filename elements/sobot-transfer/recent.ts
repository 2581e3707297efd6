import type { Phone } from '../../src/ui/base/agent-host.js';

const REMEMBERED = 3;
const recent = new WeakMap<Phone, Readonly<Record<string, readonly string[]>>>();

/** The numbers of a kind that calls went to last, newest first; kept in memory alone. */
export const recentTargets = (phone: Phone, kind: string): readonly string[] => recent.get(phone)?.[kind] ?? [];

export function rememberTarget(phone: Phone, kind: string, number: string): void {
  const others = recentTargets(phone, kind).filter((each) => each !== number);
  recent.set(phone, { ...recent.get(phone), [kind]: [number, ...others].slice(0, REMEMBERED) });
}
