/**
 * Phone numbers, as people write and copy them: the one parser for everything that is dialled, the one comparison, and
 * masking for shared screens. All of it is linear in the length of a text.
 */

/** Why a text is not dialled: it has no digit, more than one number, or characters that no keypad has. */
export type NumberRefusal = 'no-digits' | 'several' | 'characters';

/** What a text says to dial. */
export interface ParsedNumber {
  /** `0-9 + * #` only, or a mask such as `135XXXXX5678`; empty where the text is refused. */
  readonly number: string;
  /** An extension, or the digits behind a pause: to be sent as tones once the call is answered. `0-9 * #`, or empty. */
  readonly afterAnswer: string;
  readonly refusal?: NumberRefusal;
}

/** Longer texts are no phone numbers, in characters. */
const MAX_TEXT_LENGTH = 200;
/** Digits before a pause that are a number and not the prefix of an outside line (`9,5550100`). */
const MIN_DIGITS_BEFORE_PAUSE = 3;
/** Digits from which a part of a text is a number of its own (`5550100 / 5550101`). */
const MIN_DIGITS_OF_SEVERAL = 7;

/** Invisible characters (zero-width, bidirectional, variation selectors) and marks, such as those of keycap emoji. */
const INVISIBLE = String.raw`\p{Cf}\p{DI}\p{M}`;
/** Spaces, dashes, brackets, quotes, slashes and dots of every script. The long vowel marks are copied for dashes. */
const SEPARATOR = String.raw`\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pc}.:\/\\|'"~<>\u2212\u2044\u2215\uFF0E\uFF0F\uFF1A\xB7\u2022\u2024\u2027\u2219\u22C5\u30FB\u30FC\uFF65\uFF70\u3002\uFF61\u06D4\u066B`;

const separators = new RegExp(`[${SEPARATOR}]`, 'gu');
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu');

/** The value of a decimal digit of any script. Unicode keeps each script's ten in a row, so its zero is found by counting. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that begins no escape
  }
}

/** Plain digits, `+` and full-width characters as ASCII, nothing invisible. */
const toPlainText = (text: string): string =>
  decodePercent(text)
    .replace(invisible, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, toAsciiDigit)
    .replace(/[\u207A\u2795\uFB29\uFE62]/g, '+')
    .replace(/[\u060C\u3001]/g, ',')
    .trim()
    .replace(/^([^*#]*\d\)?)\s+#\s*(?=\d+$)/, '$1x'); // `5550100 #12` is an extension too

/**
 * `Tel.:`, `Phone 2:`, `callto:`, `sip:` or another word or symbol before the number. Words touch it only in scripts
 * without spaces (`电话5550100`). A slash ends the label: an address of a page is none.
 */
const label =
  /^(?:\p{L}[^\d+:/]*\d{1,2}:\s+)?(?:[^\d+*#/]*(?:\p{L}(?!\p{Pd})[^\p{L}\d+*#(/]+|\p{Lo}|\p{So}|(?<!\p{L})tel))?/iu;
/**
 * A trunk zero in brackets behind a country code (`+49 (0)30`): it is dialled only without the country code. In Italy
 * (39) it is always dialled.
 */
const trunkZero = /^([^\p{L}\d+]*(?:\+|00)[^\p{L}\d]*(?!39\D)\d{1,3}[^\p{L}\d([]*)[([]\s*0\s*[)\]]/u;
/** The number, and from a pause, an extension, a parameter or a host on all the rest. */
const numberAndRest =
  /^([^@?;,]*?\d[\s)\]]*)((?:[@?;,]|-?\s*\(?(?:ext(?:n|ensi[oó]n)?|[xpw]|int|доб|分机|转)[.:=\s]*[\d*#]).*)$/isu;
/** The digits of an extension (`x12`, `;ext=12`), of a pause (`,,12`, `p12`, `;12`) or of `;postd=`. */
const digitsAfterAnswer =
  /(?:^|[;,])[-\s(;,pw]*(?:(?:ext(?:n|ensi[oó]n)?|x|int|доб|分机|转|postd)[.:=\spw]*)?([\d*#][\d*#,pw\s.-]*)/iu;

const keypadNumber = /^\+?[\d*#]+$/;
/** A mask in letters. One in stars has characters of the keypad only. */
const letterMask = /^\+?\d*X{2,}\d*$/i;
/** A word behind at least three digits: `1800FLOWERS`. */
const vanityNumber = /^\+?\d{3,}[a-z\d]*[a-z]{3}[a-z\d]*$/i;
/** What a number with a word has to become: a North American number, or a freephone number. */
const plausibleVanityNumber = /^(?:(?:\+?1)?[2-9]\d\d[2-9]\d{6}|0[89]00\d{5,8})$/;
/** The keys of the letters A to Z. */
const KEYS = '22233344455566677778889999';

const countDigits = (text: string): number => text.replace(/\D/g, '').length;

const refuse = (refusal: NumberRefusal): ParsedNumber => ({ number: '', afterAnswer: '', refusal });

/**
 * Reads the number out of what people type, paste and link: digits of every script, separators, labels, `tel:`,
 * `callto:` and `sip:` addresses, extensions, pauses, words and masks. What can't be dialled as it is meant is refused.
 */
export function parsePhoneNumber(text: string): ParsedNumber {
  if (/^\+?\d+$/.test(text)) return { number: text, afterAnswer: '' };
  if (text.length > MAX_TEXT_LENGTH) return refuse('characters');
  const plain = toPlainText(text);
  const [, main = plain, rest = ''] = numberAndRest.exec(plain) ?? [];
  const [, afterAnswer = ''] = digitsAfterAnswer.exec(rest) ?? [];
  const unlabelled = main.replace(label, '').replace(trunkZero, '$1');
  const isList = /^(?:[;,]\s+|;)[+(\d]/.test(rest) && countDigits(rest) >= MIN_DIGITS_OF_SEVERAL;
  const isSeveral = unlabelled.split(/[/|\n]/).filter((part) => countDigits(part) >= MIN_DIGITS_OF_SEVERAL).length > 1;
  const found = unlabelled.replace(separators, '');
  if (!/\d/.test(found)) return refuse(/[^+*#]/.test(found) ? 'characters' : 'no-digits');
  if (isList || isSeveral || /\d:\s+\d/.test(unlabelled) || /\d\+/.test(found)) return refuse('several');
  const keyed =
    vanityNumber.test(found) && !letterMask.test(found)
      ? found.replace(/[a-z]/gi, (letter) => KEYS.charAt(letter.toLowerCase().charCodeAt(0) - 97))
      : '';
  const number = plausibleVanityNumber.test(keyed) ? keyed : found;
  const isPrefix = afterAnswer !== '' && countDigits(number) < MIN_DIGITS_BEFORE_PAUSE;
  if (isPrefix || !(keypadNumber.test(number) || letterMask.test(number))) return refuse('characters');
  return { number, afterAnswer: afterAnswer.replace(/[^\d*#]/g, '') };
}

/** Returns the `tel:` address of a number, by which a browser starts the computer's own phone. */
export const toTelUri = (text: string): string =>
  `tel:${encodeURIComponent(parsePhoneNumber(text).number || text).replaceAll('%2B', '+')}`;

/** Whether a number is a service code, such as `*21*5550100#`, which changes settings of a line. */
export const isServiceCode = (number: string): boolean => /^[*#]/.test(number);

/** The same text for every spelling of one number: without separators, `+` for `00`, the user of a `sip:` address. */
export function numberKey(text: string): string {
  const { number, afterAnswer } = parsePhoneNumber(text);
  return number ? `${number.replace(/^00(?=[1-9])/, '+')}${afterAnswer && `,${afterAnswer}`}` : text.trim();
}

/**
 * Whether two texts are spellings of one number. A national and an international form are not: the country is unknown.
 * Neither are a masked number and a whole one.
 */
export const sameNumber = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && numberKey(a) === numberKey(b));

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

/** Digits from which a number within a text may be a phone number. */
const MIN_DIGITS_IN_TEXT = 7;

/** A date with its time, or digits with the parser's separators between them. Dates are matched to be left as they are. */
const numbersIn = (digit: string): RegExp =>
  new RegExp(
    String.raw`(\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}(?:[T ]\p{Nd}{2}:\p{Nd}{2}(?::\p{Nd}{2}(?:\.\p{Nd}{1,6})?)?)?(?!\p{Nd}))` +
      String.raw`|\+?\p{Nd}(?:[,\u060C\u3001\uFF0C${SEPARATOR}${INVISIBLE}]{0,3}${digit}){4,}`,
    'gu',
  );
const wholeNumbers = numbersIn(String.raw`\p{Nd}`);
const allNumbers = numbersIn(String.raw`[\p{Nd}*]`);

/** Replaces everything in a text that may be a phone number, also one that is masked already. */
export const replaceNumbersIn = (
  text: string,
  replace: (number: string) => string,
  minDigits: number,
  pattern = allNumbers,
): string =>
  text.replace(pattern, (found: string, date?: string) =>
    date !== undefined || found.replace(/[^\p{Nd}*]/gu, '').length < minDigits ? found : replace(found),
  );

/** Masks everything in a text that may be a phone number. Texts of the page and of the SDK may contain any. */
export const maskNumbersIn = (text: string): string =>
  replaceNumbersIn(text, maskNumber, MIN_DIGITS_IN_TEXT, wholeNumbers);
