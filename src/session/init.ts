import type { InitAgentOptions, SobotAgentSdk } from '../sdk/index.js';
import { isRecord } from '../state/fields.js';
import { failureOf } from './invoke.js';
import { withResolvers } from './promises.js';

/** `initAgent` as a promise (section "Initialization"). */
export function initAgent(sdk: SobotAgentSdk, options: InitAgentOptions): Promise<void> {
  const { promise, resolve, reject } = withResolvers<void>();
  const error = (cause: unknown): void => reject(failureOf('init', 'initAgent', cause));
  try {
    const returned: unknown = sdk.initAgent({ ...options, success: () => resolve(), error });
    if (returned instanceof Promise) returned.catch(error);
  } catch (cause) {
    error(cause);
  }
  return promise;
}

type TokenHolder = Pick<SobotAgentSdk, 'handleRefreshToken'>;

const holdsToken = (value: unknown): value is TokenHolder =>
  isRecord(value) && typeof value['handleRefreshToken'] === 'function';

/** The document shows `handleRefreshToken` on `window.sobotAgent`, not on the instance. */
export function pageAgent(): TokenHolder | null {
  const agent: unknown = Reflect.get(globalThis, 'sobotAgent');
  return holdsToken(agent) ? agent : null;
}
