type Fields = Readonly<Record<string, unknown>>;

const PLACE = /\{([^{}]+)\}/g;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** `attachedData.order.id`: as deep as it says. */
const found = (fields: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), fields);

function written(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
}

/** Half of a character can't be encoded. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const filled = (template: string, value: (path: string) => string, base: string): URL | null => {
  try {
    return new URL(
      template.replace(PLACE, (_, path: string) => encoded(value(path.trim()))),
      base,
    );
  } catch {
    return null;
  }
};

/**
 * The address with its `{places}` filled and encoded; what isn't known is empty.
 * @returns null unless it is http(s), at a server that the template names and no value has chosen
 */
export function addressFor(template: string, fields: Fields, base: string): string | null {
  const address = filled(template, (path) => written(found(fields, path)), base);
  const isSafe =
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.origin === filled(template, () => 'x', base)?.origin;
  return isSafe ? address.href : null;
}
