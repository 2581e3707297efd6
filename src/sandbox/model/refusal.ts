/**
 * Refusals of requests, with their error codes. The services throw them where a rule of the
 * document forbids a change; `client/request-handler.ts` turns them into the error callback of the
 * SDK.
 */

/**
 * Reasons for which a request is refused. The vendor publishes no list of `errorCode` values, so the codes are the
 * sandbox's own, marked by the prefix `SANDBOX_`.
 */
const refusals = {
  'not-initialised': 'call initAgent first and wait for its success',
  displaced: 'this agent logged in at another end; log in again to take over',
  'token-invalid': 'the token expired and no new one came within 10 seconds',
  'missing-parameter': 'a parameter is missing',
  'wrong-parameter': 'a parameter is wrong',
  'not-logged-in': 'the agent is not logged in',
  'not-now': 'the work status does not allow it',
  'no-call': 'there is no call in that state',
  'no-wrap-up': 'the agent is not in after-call work',
  'unknown-extension': 'there is no such extension',
  'extension-taken': 'the extension is bound to another agent',
  'unknown-agent': 'there is no such agent',
  'unknown-route': 'it is not in the outbound routing of this agent',
  'no-such-number': 'the number does not exist',
  refused: 'refused on demand, by the faults of the sandbox',
  'no-consult': 'there is no consultation in that state',
  'three-parties': 'that takes a call between two',
  oneself: 'that is the agent who asks',
  'not-free': 'the agent is not ready',
  'nobody-there': 'nobody is logged in there',
  'unknown-queue': 'there is no such skill group',
  'no-channel': 'the only channel of the relay number is occupied by this call',
} as const;

/** Reason, the last part of the error code. */
type RefusalReason = keyof typeof refusals;

/**
 * Error of a request that is refused. Services check everything before the first change, so nothing
 * is half done.
 */
export class Refusal extends Error {
  /** Value of `errorCode`, for example `SANDBOX_NOT_LOGGED_IN`. */
  readonly code: string;

  /** @param detail value or state that caused the refusal, for the message */
  constructor(reason: RefusalReason, detail = '') {
    super(detail === '' ? refusals[reason] : `${refusals[reason]}: ${detail}`);
    this.code = `SANDBOX_${reason.toUpperCase().replaceAll('-', '_')}`;
  }
}
