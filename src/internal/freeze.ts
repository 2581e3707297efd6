/** Immutable data: freezing, and copying with changes. */

/** Freezes a value and everything inside it; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/**
 * A frozen copy with the changes. Returns the same object, frozen, when nothing changes, so that callers compare by
 * identity.
 */
export function patch<T extends object>(value: T, changes: Partial<T>): T {
  for (const key in changes) {
    if (!Object.is(value[key], changes[key])) return Object.freeze({ ...value, ...changes });
  }
  Object.freeze(value);
  return value;
}
