import { SobotError, type InitAgentOptions, type SobotAgentSdk } from '../sdk/index.js';
import { isRecord } from '../internal/index.js';
import { failureOf } from './sdk-request.js';
import { onRejected, withResolvers } from '../internal/promises.js';
import { withoutToken } from './token-manager.js';

/** `initAgent` as a promise (section "Initialization"). */
export function initAgent(sdk: SobotAgentSdk, options: InitAgentOptions): Promise<void> {
  const { promise, resolve, reject } = withResolvers<void>();
  const error = (cause: unknown): void => reject(withoutToken(failureOf('init', 'initAgent', cause), options.token));
  try {
    onRejected(sdk.initAgent({ ...options, success: () => resolve(), error }), error);
  } catch (cause) {
    error(cause);
  }
  return promise;
}

type TokenHolder = Required<Pick<SobotAgentSdk, 'handleRefreshToken'>>;

const holdsToken = (value: unknown): value is TokenHolder =>
  isRecord(value) && typeof value['handleRefreshToken'] === 'function';

/**
 * Gives the SDK a new token. The document shows `handleRefreshToken` on `window.sobotAgent`, not on the instance.
 * @param failed hears of a failure that comes later
 */
export function giveToken(sdk: SobotAgentSdk, token: string, failed: (error: SobotError) => void): void {
  if (token === '') throw new SobotError('invalid', 'refreshToken: the token is blank. Nothing was sent.');
  const holder = [sdk, Reflect.get(globalThis, 'sobotAgent')].find(holdsToken);
  if (!holder) {
    throw new SobotError(
      'refused',
      'This SDK has no handleRefreshToken, neither has window.sobotAgent. Reload the page.',
    );
  }
  const refused = (cause: unknown): SobotError =>
    withoutToken(failureOf('command', 'handleRefreshToken', cause), token);
  try {
    onRejected(holder.handleRefreshToken(token), (cause) => failed(refused(cause)));
  } catch (cause) {
    throw refused(cause);
  }
}
