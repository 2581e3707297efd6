/** The errors of the kit, and those that it makes of the SDK's failures. */
import { isRecord, str } from '../internal/index.js';

/**
 * Why something failed.
 *
 * - `config` the page's attributes are wrong or missing
 * - `load` the vendor's script didn't load, or isn't what it should be
 * - `init` `initAgent` failed
 * - `invalid` a parameter failed its check; nothing was sent
 * - `refused` it can't be done now (no session, no SDK); nothing was sent
 * - `vetoed` a `sobot-command` listener prevented it
 * - `command` the SDK answered with an error, or threw
 * - `timeout` the SDK didn't answer in time
 * - `displaced` another end took over meanwhile
 * - `disconnected` the agent element went away for good, or was stopped
 */
export type SobotErrorKind =
  'config' | 'load' | 'init' | 'invalid' | 'refused' | 'vetoed' | 'command' | 'timeout' | 'displaced' | 'disconnected';

export interface SobotErrorInit {
  /** The command that failed, as the vendor spells it. */
  command?: string;
  /** The SDK's `errorCode`, untouched; of `token-url` the status, `network` or `not-json`; `timeout`. */
  code?: string;
  cause?: unknown;
}

/** The one error of the kit. `message` says what happened and what to do. */
export class SobotError extends Error {
  override readonly name = 'SobotError';
  readonly kind: SobotErrorKind;
  readonly command?: string;
  readonly code?: string;

  constructor(kind: SobotErrorKind, message: string, { command, code, cause }: SobotErrorInit = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    if (command !== undefined) this.command = command;
    if (code !== undefined) this.code = code;
  }
}

/** Codes of failures that may be gone at the next attempt: no network, no answer in time, a server in trouble. */
const TEMPORARY_CODE = /^(?:network|not-json|source|timeout|408|429|5\d\d)$/;

/** Whether something may succeed when it is tried again without a change. */
export const isTemporary = (error: unknown): boolean =>
  error instanceof SobotError && TEMPORARY_CODE.test(error.code ?? '');

/**
 * Creates the error of a failed method of the SDK.
 * @param cause anything that it passed, threw or rejected with: objects of several documented shapes, an `Error`, a string
 */
export function errorFromSdk(kind: 'command' | 'init', method: string, cause: unknown): SobotError {
  const fields = isRecord(cause) ? cause : {};
  const text = str(fields['errorMessage']) || str(fields['message']) || str(cause);
  const code = str(fields['errorCode']);
  const reason = text || 'the SDK gave no reason';
  return new SobotError(kind, `${method} failed: ${reason}${code ? ` (code ${code})` : ''}.`, {
    command: method,
    ...(code ? { code } : undefined),
    cause,
  });
}
