type TemplateFields = Readonly<Record<string, unknown>>;

const PLACEHOLDER = /\{([^{}]+)\}/g;

const isRecord = (value: unknown): value is TemplateFields => typeof value === 'object' && value !== null;

/** `attachedData.order.id`: as deep as it says. */
const valueAt = (fields: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined), fields);

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : (JSON.stringify(value) ?? '');
}

/** Half of a character can't be encoded. */
const encodePlaceholder = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const fillTemplate = (template: string, value: (path: string) => string, base: string): URL | null => {
  try {
    return new URL(
      template.replace(PLACEHOLDER, (_, path: string) => encodePlaceholder(value(path.trim()))),
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
export function resolveAddress(template: string, fields: TemplateFields, base: string): string | null {
  const address = fillTemplate(template, (path) => toText(valueAt(fields, path)), base);
  const isSafe =
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    address.origin === fillTemplate(template, () => 'x', base)?.origin;
  return isSafe ? address.href : null;
}
