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
