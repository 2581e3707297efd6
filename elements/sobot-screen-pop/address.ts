/**
 * The address of a screen pop: a template with placeholders such as `{otherDN}`, filled with the fields of a call.
 *
 * Fields come from the telephone network and from other systems, so they are untrusted: a value may fill a part of the
 * address, and can never choose the server, the credentials or the scheme.
 */
type TemplateFields = Readonly<Record<string, unknown>>;

const PLACEHOLDER = /\{([^{}]+)\}/g;

const isRecord = (value: unknown): value is TemplateFields => typeof value === 'object' && value !== null;

/** Returns the value at a path such as `attachedData.order.id`, or undefined. Inherited properties don't count. */
const valueAt = (fields: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), fields);

/** Returns a value as text: a string as it is, an object or a number as JSON, an unknown value as an empty string. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
}

/** Encodes a value for any place in an address. Lone surrogates are replaced, because they can't be encoded. */
const encodePlaceholder = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Replaces the placeholders. @returns null if the result is not a valid address */
function fillTemplate(template: string, valueOf: (path: string) => string, base: string): URL | null {
  try {
    const address = template.replace(PLACEHOLDER, (_, path: string) => encodePlaceholder(valueOf(path.trim())));
    return new URL(address, base);
  } catch {
    return null;
  }
}

const countSegments = ({ pathname }: URL): number => pathname.split('/').length;

/**
 * Returns the address with its placeholders filled and encoded. A field that is not known is empty.
 *
 * @param base the address that a relative template is resolved against
 * @returns null unless the scheme is http(s), and the template with other values leads to the same origin and credentials,
 *   and to as many segments of the path: the value `..` would leave the folder
 */
export function resolveAddress(template: string, fields: TemplateFields, base: string): string | null {
  const address = fillTemplate(template, (path) => toText(valueAt(fields, path)), base);
  const expected = fillTemplate(template, () => 'x', base);
  const isSafe =
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.origin === expected?.origin &&
    address.username === expected.username &&
    address.password === expected.password &&
    countSegments(address) === countSegments(expected);
  return isSafe ? address.href : null;
}
