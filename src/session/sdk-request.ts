import { SobotError, type CommandName, type SobotAgentSdk } from '../sdk/index.js';
import { isRecord, str } from '../internal/index.js';
import { onRejected, withResolvers } from '../internal/promises.js';

/** What the SDK, or anything of it, says when it fails: an object of several documented shapes, an Error, a text. */
export function failureOf(kind: 'command' | 'init', command: string, cause: unknown): SobotError {
  const fields = isRecord(cause) ? cause : {};
  const text = str(fields['errorMessage']) || str(fields['message']) || str(cause);
  const code = str(fields['errorCode']);
  const why = text || 'the SDK gave no reason';
  return new SobotError(kind, `${command} failed: ${why}${code ? ` (code ${code})` : ''}.`, {
    command,
    ...(code ? { code } : undefined),
    cause,
  });
}

/** One request to the SDK. */
export interface Request {
  readonly command: CommandName;
  /** The SDK's answer: fulfilled or rejected exactly once, whatever it does with its callbacks. */
  readonly answer: Promise<unknown>;
  /** Ends the waiting; an answer that comes later is told to `late`. */
  readonly abandon: (error: SobotError) => void;
}

interface RequestOptions {
  /** Milliseconds. */
  readonly timeout: number;
  /** A success that comes after the waiting has ended: too late for the promise, yet true. */
  readonly late: (result: unknown) => void;
}

/** Calls a method of the SDK. It may answer once, twice, both ways, at once, never, by a promise, or throw. */
export function request(
  sdk: SobotAgentSdk,
  command: CommandName,
  params: Readonly<Record<string, unknown>>,
  { timeout, late }: RequestOptions,
): Request {
  let state: 'open' | 'answered' | 'abandoned' = 'open';
  const { promise, resolve, reject } = withResolvers<unknown>();
  const timer = setTimeout(() => {
    const seconds = Math.round(timeout / 100) / 10;
    abandon(
      new SobotError(
        'timeout',
        `${command}: the SDK did not answer within ${seconds} s. Look at the state, then try again.`,
        {
          command,
        },
      ),
    );
  }, timeout);

  const close = (next: 'answered' | 'abandoned'): boolean => {
    if (state !== 'open') return false;
    state = next;
    clearTimeout(timer);
    return true;
  };
  const success = (result: unknown): void => {
    if (close('answered')) resolve(result);
    else if (state === 'abandoned') {
      state = 'answered';
      late(result);
    }
  };
  const error = (cause: unknown): void => {
    if (close('answered')) reject(failureOf('command', command, cause));
  };
  const abandon = (why: SobotError): void => {
    if (close('abandoned')) reject(why);
  };

  try {
    if (typeof sdk[command] !== 'function') throw new Error('this SDK has no such method');
    onRejected(sdk[command]({ ...params, success, error }), error);
  } catch (cause) {
    error(cause);
  }
  return { command, answer: promise, abandon };
}
