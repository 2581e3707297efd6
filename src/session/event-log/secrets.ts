/**
 * The tokens that sessions on one target have used, and their removal from what leaves a session: errors, messages and
 * the event log. They are in memory only, in a private field.
 */
import { SobotError, type SdkMessage } from '../../sdk/index.js';

/** The placeholder of a secret. */
export const REDACTED = '…';

/** A shorter token would match strings that aren't it. */
const MIN_LENGTH = 4;
/** Sixteen renewals of a token, in four forms each: more than a shift. */
const MAX_FORMS = 64;

const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The forms in which servers, browsers and the SDK quote a token. Base64 without its last characters, which can vary. */
const formsOf = (token: string): string[] => [
  token,
  encodeURIComponent(token),
  JSON.stringify(token).slice(1, -1),
  toBase64(token).replace(/.?=*$/, ''),
];

/** All texts of an error. Null for an object that can't be read: it may quote a token. */
function quotedBy(cause: unknown): string | null {
  if (cause instanceof Error) return `${cause.message} ${cause.stack} ${quotedBy(cause.cause) ?? ''}`;
  try {
    return JSON.stringify(cause) ?? '';
  } catch {
    return null;
  }
}

export class Secrets {
  readonly #forms: string[] = [];

  /** Remembers a token. */
  add(token: string): void {
    if (token.length < MIN_LENGTH || this.#forms.includes(token)) return;
    this.#forms.unshift(...new Set(formsOf(token)));
    this.#forms.length = Math.min(this.#forms.length, MAX_FORMS);
  }

  /** Returns the text without tokens. */
  redact(text: string): string {
    return this.#forms.reduce((rest, form) => rest.replaceAll(form, REDACTED), text);
  }

  /** Returns the error itself, or a copy without tokens and without its cause. */
  cleanError(error: SobotError): SobotError {
    const { kind, message, command, code, cause } = error;
    const quoted = quotedBy(cause);
    if (quoted !== null && !this.#isIn(message) && !this.#isIn(quoted)) return error;
    return new SobotError(kind, this.redact(message), {
      ...(command === undefined ? undefined : { command }),
      ...(code === undefined ? undefined : { code: this.redact(code) }),
    });
  }

  /** Returns the message itself, or a copy in which no field quotes a token. Fields that are objects aren't searched. */
  cleanMessage(message: SdkMessage): SdkMessage {
    const redacted: Record<string, string> = {};
    for (const [key, value] of Object.entries(message)) {
      if (typeof value === 'string' && this.#isIn(value)) redacted[key] = this.redact(value);
    }
    return Object.keys(redacted).length === 0 ? message : { ...message, ...redacted };
  }

  #isIn(text: string): boolean {
    return this.#forms.some((form) => text.includes(form));
  }
}
