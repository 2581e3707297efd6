/**
 * A number as it is copied from somewhere: without blanks, dashes, brackets and the invisible signs that address books
 * add, full-width digits made plain. Masks (`135****5678`) and `+` are part of it.
 */
export const cleaned = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^\s*tel:/i, '')
    .replace(/[\s\p{Cf}\p{Pd}()]/gu, '');

const decoded = (text: string): string => {
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
export function numberOf(address: string): string {
  const [, rest = ''] = /^\s*tel:\/*([^;?,]*)/i.exec(address) ?? [];
  return cleaned(decoded(rest).replace(/[;?,].*/s, '')).replace(/[./]/g, '');
}

/** The address for a number: what a browser hands to whatever dials on this machine. */
export const addressOf = (number: string): string =>
  `tel:${encodeURIComponent(cleaned(number)).replaceAll('%2B', '+')}`;
