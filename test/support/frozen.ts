/** The path of the first thing in a value that isn't frozen plain data; undefined if all of it is. */
export function unfrozen(value: unknown, path = 'state'): string | undefined {
  if (typeof value === 'function' || typeof value === 'symbol') return path;
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === Array.prototype || prototype === null;
  if (!isPlain || !Object.isFrozen(value)) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = unfrozen(inner, `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}
