/** What an attribute or a property of data holds: attributes bring JSON, scripts bring values. */
function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? undefined : (JSON.parse(value) as unknown);
}

/** A list of texts; null if it is anything else. */
export function parseStringList(value: unknown): readonly string[] | null {
  try {
    const list = parseJson(value) ?? [];
    if (!Array.isArray(list)) return null;
    return list.every((each) => typeof each === 'string') ? list : null;
  } catch {
    return null;
  }
}

/** An object, undefined if there is none. @throws Error that says what is wrong */
export function parseObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const data = parseJson(value) ?? undefined;
  if (data === undefined) return undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Error(String(JSON.stringify(data)));
  return Object.fromEntries(Object.entries(data));
}
