/**
 * A number as it is copied from somewhere: without blanks, dashes, brackets and the invisible signs that address books
 * add, full-width digits made plain. Masks (`135****5678`) and `+` are part of it.
 */
export const cleanNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    .replace(/[\s\p{Cf}\p{Pd}()]/gu, '');

const decodeSafely = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone percent sign is none of ours
  }
};

/**
 * The number of a `tel:` address (RFC 3966), empty if it is another: without its parameters (`;ext=`), what is to be
 * dialled after a pause (`,`) and visual separators.
 */
export function parseTelUri(address: string): string {
  const [, rest = ''] = /^\s*tel:\/*([^;?,]*)/i.exec(address) ?? [];
  return cleanNumber(decodeSafely(rest).replace(/[;?,].*/s, '')).replace(/[./]/g, '');
}

/** The address for a number: what a browser hands to whatever dials on this machine. */
export const toTelUri = (number: string): string =>
  `tel:${encodeURIComponent(cleanNumber(number)).replaceAll('%2B', '+')}`;
