/**
 * The two methods of the SDK that get the token (section "Initialization"). Their errors are freed of it.
 */
import { catchRejection, isRecord, withResolvers } from '../internal/index.js';
import { errorFromSdk, SobotError, type InitAgentOptions, type SobotAgentSdk } from '../sdk/index.js';

type TokenHolder = Required<Pick<SobotAgentSdk, 'handleRefreshToken'>>;

const isTokenHolder = (value: unknown): value is TokenHolder =>
  isRecord(value) && typeof value['handleRefreshToken'] === 'function';

const quotes = (cause: unknown, token: string): boolean => {
  try {
    return JSON.stringify(cause)?.includes(token) ?? false;
  } catch {
    return true; // it can't be told: better no cause than the token in a log
  }
};

/** The error itself, or a copy without cause and token if it quotes the token. */
function withoutToken(error: SobotError, token: string): SobotError {
  const { kind, message, command, cause } = error;
  if (!message.includes(token) && !quotes(cause, token)) return error;
  return new SobotError(kind, message.replaceAll(token, '…'), { command });
}

/** `initAgent` as a promise. @throws SobotError `init` */
export function initAgent(sdk: SobotAgentSdk, options: InitAgentOptions): Promise<void> {
  const { promise, resolve, reject } = withResolvers<void>();
  const error = (cause: unknown): void => reject(withoutToken(errorFromSdk('init', 'initAgent', cause), options.token));
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
export function refreshSdkToken(sdk: SobotAgentSdk, token: string, onLateFailure: (error: SobotError) => void): void {
  if (token === '') throw new SobotError('invalid', 'refreshToken: the token is blank. Nothing was sent.');
  const holder = [sdk, Reflect.get(globalThis, 'sobotAgent')].find(isTokenHolder);
  if (!holder) {
    throw new SobotError('refused', 'This SDK has no handleRefreshToken, nor does window.sobotAgent. Reload the page.');
  }
  const failure = (cause: unknown): SobotError =>
    withoutToken(errorFromSdk('command', 'handleRefreshToken', cause), token);
  try {
    catchRejection(holder.handleRefreshToken(token), (cause) => onLateFailure(failure(cause)));
  } catch (cause) {
    throw failure(cause);
  }
}
