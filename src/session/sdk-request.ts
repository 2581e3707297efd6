/**
 * One request to the SDK as a promise. The SDK may answer once, twice, both ways, at once, never, by a promise, or throw;
 * the promise is settled exactly once.
 */
import { catchRejection, withResolvers } from '../internal/index.js';
import { errorFromSdk, SobotError, type CommandName, type CommandResult, type SdkMethod } from '../sdk/index.js';
import type { RawParams } from './agent-session.js';

/** The methods of the SDK that take callbacks. */
export type SdkMethods = { readonly [N in CommandName]: SdkMethod<N> };

export interface SdkRequest<N extends CommandName> {
  readonly answer: Promise<CommandResult<N>>;
  /** Rejects the promise, if it is still pending. */
  readonly abandon: (error: SobotError) => void;
}

interface SdkRequestOptions<N extends CommandName> {
  readonly timeoutMs: number;
  /** Called with a success after the promise was rejected by the timeout or abandoned: it has happened all the same. */
  readonly onLateSuccess: (result: CommandResult<N>) => void;
}

/**
 * The command may have been executed all the same, so the message sends the agent to the state
 * before another attempt.
 */
const timeoutError = (command: CommandName, timeoutMs: number): SobotError => {
  const seconds = Math.round(timeoutMs / 100) / 10;
  return new SobotError(
    'timeout',
    `${command}: the SDK did not answer within ${seconds} s. Look at the state, then try again.`,
    { command },
  );
};

/**
 * Calls a method of the SDK with its parameters and callbacks.
 * A success after the timeout is passed on, because the platform has done what was asked. A late
 * failure is dropped: the command has failed already.
 */
export function sendRequest<N extends CommandName>(
  sdk: SdkMethods,
  command: N,
  params: RawParams,
  { timeoutMs, onLateSuccess }: SdkRequestOptions<N>,
): SdkRequest<N> {
  let state: 'pending' | 'answered' | 'abandoned' = 'pending';
  const { promise, resolve, reject } = withResolvers<CommandResult<N>>();

  const settle = (next: 'answered' | 'abandoned'): boolean => {
    if (state !== 'pending') return false;
    state = next;
    clearTimeout(timer);
    return true;
  };
  const success = (result: CommandResult<N>): void => {
    if (settle('answered')) resolve(result);
    else if (state === 'abandoned') {
      state = 'answered';
      onLateSuccess(result);
    }
  };
  const error = (cause: unknown): void => {
    if (settle('answered')) reject(errorFromSdk('command', command, cause));
  };
  const abandon = (reason: SobotError): void => {
    if (settle('abandoned')) reject(reason);
  };
  const timer = setTimeout(() => abandon(timeoutError(command, timeoutMs)), timeoutMs);

  try {
    if (typeof sdk[command] !== 'function') throw new Error('this SDK has no such method');
    catchRejection(sdk[command]({ ...params, success, error }), error);
  } catch (cause) {
    error(cause);
  }
  return { answer: promise, abandon };
}
