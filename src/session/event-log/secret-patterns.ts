/**
 * How secrets look: the names of fields that hold one, and the places of a text in which one stands. Where it is unsure
 * whether something is a secret, it counts as one.
 */
import { REDACTED } from './secrets.js';

/** Parts of names. The short ones count as whole words only. */
const SECRET_WORDS = [
  ...[
    'token',
    'secret',
    'passw',
    'passphrase',
    'pwd',
    'authorization',
    'authorisation',
    'cookie',
    'credential',
    'signature',
    'jwt',
  ],
  ...['(?:api|access|private|client)[-_ ]?key', 'sess(?:ion)?[-_ ]?(?:id|key)', 'bearer'],
  ...['(?<![a-z])(?:auth|otp|pass|pin|sid)(?![a-z])'],
  ...['密码', '密碼', '口令', '令牌', '密钥', '密鑰'],
].join('|');

const secretWord = new RegExp(SECRET_WORDS, 'i');

/** A field name with one of the words, then `:`, and all to the end of the line: a header, JSON within a text. */
const secretLine = new RegExp(`((?:${SECRET_WORDS})[\\w-]{0,40}["'\\\\]{0,4}\\s{0,8}[:：])[^\\r\\n]+`, 'gi');
/** The same with `=`: up to the next delimiter, or to the end of the line where it is quoted or follows a space. */
const secretAssignment = new RegExp(
  `((?:${SECRET_WORDS})[\\w-]{0,40}["'\\\\\\]]{0,4}\\s{0,8}[=＝])(?:[\\s"'\\\\][^\\r\\n]*|[^\\s"'&,;{}]+)`,
  'gi',
);
/** A quoted name in a list of pairs: the value comes later in the line. */
const secretPair = new RegExp(`((?:${SECRET_WORDS})[\\w-]{0,40}["'\\\\]{1,4}\\s{0,8},)[^\\r\\n]+`, 'gi');
/** The schemes of the header Authorization, without the header. */
const credentials = /\b(bearer|basic|digest|negotiate)\s{1,4}[\w.~+/=-]{4,}/gi;
/** A run of the characters of base64url; a JSON Web Token is one, and begins `eyJ`. */
const tokenLike = /[\w.~+/=-]{12,}/g;
const address = /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s"'<>\\]+/gi;

/** Addresses within addresses are followed so far. */
const MAX_ADDRESS_DEPTH = 4;

/** Whether a field of this name holds a secret. */
export const hasSecretName = (name: string): boolean => name.length < 200 && secretWord.test(name);

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

type RedactTokens = (text: string) => string;

/** The fields of a query or fragment. Values that are changed are encoded anew, all others stay as they are. */
const redactQuery = (query: string, redactTokens: RedactTokens, depth: number): string =>
  query
    .split('&')
    .map((field) => {
      const [name = '', ...rest] = field.split('=');
      if (rest.length === 0) return field;
      if (hasSecretName(decode(name))) return `${name}=${REDACTED}`;
      const value = decode(rest.join('='));
      const redacted = redactSecretsIn(value, redactTokens, depth + 1);
      return redacted === value ? field : `${name}=${encodeURIComponent(redacted)}`;
    })
    .join('&');

/** An address without credentials, and with its query and fragment redacted. */
function redactAddress(text: string, redactTokens: RedactTokens, depth: number): string {
  const [, scheme = '', authority = '', path = '', query, fragment] =
    /^([^:]+:\/\/)([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
  const host = authority.includes('@') ? `${REDACTED}@${authority.slice(authority.lastIndexOf('@') + 1)}` : authority;
  const redact = (prefix: string, part: string | undefined): string =>
    part === undefined ? '' : prefix + redactQuery(part, redactTokens, depth);
  return scheme + host + path + redact('?', query) + redact('#', fragment);
}

const isWebToken = (run: string): boolean => run.includes('eyJ');

/**
 * Returns a text without passwords, tokens and other credentials.
 * @param redactTokens removes the tokens that were in use
 */
export function redactSecretsIn(text: string, redactTokens: RedactTokens, depth = 0): string {
  const known = redactTokens(text);
  const inAddresses = (found: string): string => redactAddress(found, redactTokens, depth);
  return (depth > MAX_ADDRESS_DEPTH ? known : known.replace(address, inAddresses))
    .replace(secretLine, `$1 ${REDACTED}`)
    .replace(secretAssignment, `$1${REDACTED}`)
    .replace(secretPair, `$1 ${REDACTED}`)
    .replace(credentials, `$1 ${REDACTED}`)
    .replace(tokenLike, (run) => (isWebToken(run) ? REDACTED : run));
}
