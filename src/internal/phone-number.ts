/** Phone numbers: cleaning what people copy, `tel:` addresses (RFC 3966), and masking for shared screens. */

/**
 * Cleans a number that was copied from somewhere: spaces, dashes, brackets, a `tel:` prefix and the invisible characters
 * of address books go, full-width digits become plain ones. Masks (`135****5678`) and `+` are part of a number.
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
    return text; // a percent sign that begins no escape
  }
};

/**
 * Returns the number of a `tel:` address, and the empty string for another address. Parameters (`;ext=`), digits to dial
 * after a pause (`,`) and visual separators are not part of it.
 */
export function parseTelUri(address: string): string {
  const [, rest = ''] = /^\s*tel:\/*([^;?,]*)/i.exec(address) ?? [];
  return cleanNumber(decodeSafely(rest).replace(/[;?,].*/s, '')).replace(/[./]/g, '');
}

/** Returns the `tel:` address of a number, by which a browser starts the computer's own phone. */
export const toTelUri = (number: string): string =>
  `tel:${encodeURIComponent(cleanNumber(number)).replaceAll('%2B', '+')}`;

const VISIBLE_DIGITS = 4;

/** Replaces all digits and letters but the last four by `*`; separators stay. */
export function maskNumber(number: string): string {
  let visible = VISIBLE_DIGITS;
  return [...number]
    .reverse()
    .map((character) => (/[\p{L}\p{N}]/u.test(character) && visible-- <= 0 ? '*' : character))
    .reverse()
    .join('');
}

/** A date, or seven digits and more with the separators that people use. Dates are matched to be left as they are. */
const NUMBER_PATTERN = /\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?!\p{Nd})|\+?\p{Nd}(?:[\s().\p{Pd}/]{0,2}\p{Nd}){6,}/gu;

/** Masks everything in a text that may be a phone number. Texts of the page and of the SDK may contain any. */
export const maskNumbersIn = (text: string): string =>
  text.replace(NUMBER_PATTERN, (match) => (/^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}$/u.test(match) ? match : maskNumber(match)));
