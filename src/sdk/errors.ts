/**
 * The error class of the kit. It is a file of its own without imports, because every area throws it
 * and `instanceof` requires that all of them share one class.
 */

/**
 * Kinds of {@link SobotError}, for code that reacts to a failure instead of showing its message.
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
  /** Command that failed, in the spelling of the SDK. */
  command?: string;
  /** `errorCode` of the SDK, unchanged. The vendor publishes no list of codes. */
  code?: string;
  /** Original error, or the object that the SDK passed to the error callback. */
  cause?: unknown;
}

/** The only error that the kit throws. `message` says what failed, why, and what to do. */
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
