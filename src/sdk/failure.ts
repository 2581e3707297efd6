/**
 * Errors of the SDK. It fails with objects of several documented shapes, an `Error`, or a string.
 */
import { isRecord, str } from '../internal/index.js';
import { SobotError } from './errors.js';

/** The error of a failed method of the SDK. @param cause anything that it passed, threw or rejected with */
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
