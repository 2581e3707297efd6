/**
 * The types of a check's outcome and of the whole result, which pages read as `result` and in the
 * event.
 */

/** The checks in the order in which they are shown. */
export const checkNames = ['context', 'browser', 'microphone', 'sound', 'speaker', 'sdk'] as const;
/** The name of a check, which pages may compare. */
export type CheckName = (typeof checkNames)[number];

/** `open`: not checked yet, or not possible before another problem is solved. */
export type CheckStatus = 'ok' | 'warning' | 'failed' | 'open';

/** The problems. Each has a text and a remedy in the messages of the panel. */
export type CheckProblem =
  | 'insecure-context'
  | 'browser-mobile'
  | 'browser-unsupported'
  | 'browser-untested'
  | 'no-microphone'
  | 'permission-denied'
  | 'permission-dismissed'
  | 'system-denied'
  | 'iframe-allow'
  | 'permissions-policy'
  | 'microphone-in-use'
  | 'microphone-silent'
  | 'microphone-failed'
  | 'sound-blocked'
  | 'sound-failed'
  | 'speaker-permission'
  | 'speaker-silent'
  | 'sdk-network'
  | 'sdk-policy'
  | 'sdk-start';

/** The outcome of one check. */
export interface CheckOutcome {
  readonly status: CheckStatus;
  /** Null where nothing is wrong. */
  readonly problem: CheckProblem | null;
  /** A name that helps to find the cause: a device, an address, an error. Empty without one. */
  readonly detail: string;
}

/** One check of a {@link PreflightResult}. */
export interface PreflightCheck extends CheckOutcome {
  readonly name: CheckName;
  /** The finding, in the language of the page. */
  readonly message: string;
  /** The remedy; empty where nothing is wrong. */
  readonly remedy: string;
}

/**
 * The result of `<sobot-preflight>`. It holds nothing secret: no token, no address beyond the
 * page's origin.
 */
export interface PreflightResult {
  /** No check has failed. There may be warnings. */
  readonly ok: boolean;
  /** The time of the result, in milliseconds since 1970. */
  readonly at: number;
  /** The page's origin. */
  readonly page: string;
  /** The page is in a frame of another one. */
  readonly framed: boolean;
  /** The user agent of the browser. */
  readonly browser: string;
  /** The version of the kit. */
  readonly version: string;
  readonly checks: readonly PreflightCheck[];
  /** The whole result as text, to be sent on. */
  readonly text: string;
}

/**
 * The outcomes of checks.
 * @param detail a name that helps to find the cause; empty without one
 */
export const ok = (detail = ''): CheckOutcome => ({ status: 'ok', problem: null, detail });
export const open: CheckOutcome = { status: 'open', problem: null, detail: '' };
export const failed = (problem: CheckProblem, detail = ''): CheckOutcome => ({ status: 'failed', problem, detail });
export const warning = (problem: CheckProblem, detail = ''): CheckOutcome => ({ status: 'warning', problem, detail });
