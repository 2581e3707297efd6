/** What is looked at, in the order in which it is told. */
export const checkNames = ['context', 'browser', 'microphone', 'sound', 'speaker', 'sdk'] as const;
export type CheckName = (typeof checkNames)[number];

/** `open`: not looked at yet, or not possible before something else is right. */
export type CheckStatus = 'ok' | 'warning' | 'failed' | 'open';

/** What can be wrong; each has its words and its remedy. */
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

/** What one check has found. */
export interface CheckOutcome {
  readonly status: CheckStatus;
  readonly problem: CheckProblem | null;
  /** A name that helps to find it: a device, an address, an error. */
  readonly detail: string;
}

/** One check of a {@link PreflightResult}. */
export interface PreflightCheck extends CheckOutcome {
  readonly name: CheckName;
  /** What was found, in the language of the page. */
  readonly message: string;
  /** What to do about it; empty where nothing is wrong. */
  readonly remedy: string;
}

/** What `<sobot-preflight>` has found. It holds nothing secret: no token, no address beyond the page's origin. */
export interface PreflightResult {
  /** Nothing has failed; there may be warnings. */
  readonly ok: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The page's origin. */
  readonly page: string;
  /** The page is in a frame of another one. */
  readonly framed: boolean;
  /** What the browser calls itself. */
  readonly browser: string;
  /** The version of the kit. */
  readonly version: string;
  readonly checks: readonly PreflightCheck[];
  /** All of it as text, to be passed on. */
  readonly text: string;
}

export const ok = (detail = ''): CheckOutcome => ({ status: 'ok', problem: null, detail });
export const open: CheckOutcome = { status: 'open', problem: null, detail: '' };
export const failed = (problem: CheckProblem, detail = ''): CheckOutcome => ({ status: 'failed', problem, detail });
export const warning = (problem: CheckProblem, detail = ''): CheckOutcome => ({ status: 'warning', problem, detail });
