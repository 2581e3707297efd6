const VISIBLE_DIGITS = 4;

/** Only the last digits of a number, for shared screens; what stands between the digits stays. */
export function maskNumber(number: string): string {
  let visible = VISIBLE_DIGITS;
  return [...number]
    .reverse()
    .map((character) => (/[\p{L}\p{N}]/u.test(character) && visible-- <= 0 ? '*' : character))
    .reverse()
    .join('');
}

/** A date, or seven digits and more, as people group them. */
const NUMBER_PATTERN = /\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?!\p{Nd})|\+?\p{Nd}(?:[\s().\p{Pd}/]{0,2}\p{Nd}){6,}/gu;

/** A text in which whatever may be a phone number is masked. */
export const maskNumbersIn = (text: string): string =>
  text.replace(NUMBER_PATTERN, (match) => (/^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}$/u.test(match) ? match : maskNumber(match)));
