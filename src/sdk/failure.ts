/**
 * Errors of the SDK as errors of the kit. The document shows three shapes of failure, some sections
 * show none, and a method may also throw an `Error` or a string; this is the only place that tells
 * them apart.
 */
import { isRecord, str } from '../internal/index.js';
import { SobotError } from './errors.js';

/**
 * Creates the error of a failed method of the SDK. It says so where the SDK gave no reason, instead
 * of printing `undefined`.
 * @param kind `init` for `initAgent`
 * @param cause anything that the SDK passed to the callback, threw or rejected with
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
