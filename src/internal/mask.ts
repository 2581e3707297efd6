const SHOWN = 4;

/** Only the last digits of a number, for shared screens; what stands between the digits stays. */
export function masked(number: string): string {
  let left = SHOWN;
  return [...number]
    .reverse()
    .map((sign) => (/[\p{L}\p{N}]/u.test(sign) && left-- <= 0 ? '*' : sign))
    .reverse()
    .join('');
}

/** A date, or seven digits and more, as people group them. */
const NUMBER = /\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?!\p{Nd})|\+?\p{Nd}(?:[\s().\p{Pd}/]{0,2}\p{Nd}){6,}/gu;

/** A text in which whatever may be a phone number is masked. */
export const maskedIn = (text: string): string =>
  text.replace(NUMBER, (found) => (/^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}$/u.test(found) ? found : masked(found)));
