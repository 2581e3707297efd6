/**
 * The two methods of the SDK that get the token (section "Initialization"). Their errors are freed of it.
 */
import { catchRejection, isRecord, withResolvers } from '../internal/index.js';
import { errorFromSdk, SobotError, type InitAgentOptions, type SobotAgentSdk } from '../sdk/index.js';
import type { Secrets } from './event-log/secrets.js';

type TokenHolder = Required<Pick<SobotAgentSdk, 'handleRefreshToken'>>;

const isTokenHolder = (value: unknown): value is TokenHolder =>
  isRecord(value) && typeof value['handleRefreshToken'] === 'function';

/** `initAgent` as a promise. @throws SobotError `init` */
export function initAgent(sdk: SobotAgentSdk, options: InitAgentOptions, secrets: Secrets): Promise<void> {
  const { promise, resolve, reject } = withResolvers<void>();
  const error = (cause: unknown): void => reject(secrets.cleanError(errorFromSdk('init', 'initAgent', cause)));
  try {
    catchRejection(sdk.initAgent({ ...options, success: () => resolve(), error }), error);
  } catch (cause) {
    error(cause);
  }
  return promise;
}

/**
 * Passes a new token to the SDK. The document shows `handleRefreshToken` on `window.sobotAgent`, not on the instance.
 * @param onLateFailure called if the SDK refuses the token after the call
 * @throws SobotError `invalid`, `refused` or `command`
 */
export function refreshSdkToken(
  sdk: SobotAgentSdk,
  token: string,
  secrets: Secrets,
  onLateFailure: (error: SobotError) => void,
): void {
  if (token === '') throw new SobotError('invalid', 'refreshToken: the token is blank. Nothing was sent.');
  const holder = [sdk, Reflect.get(globalThis, 'sobotAgent')].find(isTokenHolder);
  if (!holder) {
    throw new SobotError('refused', 'This SDK has no handleRefreshToken, nor does window.sobotAgent. Reload the page.');
  }
  const failure = (cause: unknown): SobotError =>
    secrets.cleanError(errorFromSdk('command', 'handleRefreshToken', cause));
  try {
    catchRejection(holder.handleRefreshToken(token), (cause) => onLateFailure(failure(cause)));
  } catch (cause) {
    throw failure(cause);
  }
}
