/**
 * The kinds of methods: how each is sent, and how it fails. The document shows differences in token
 * and failure shape only between groups of methods, so a method chooses its group and contains
 * nothing else of them.
 */
import type { SdkResult } from '../../sdk/index.js';
import type { Agent } from '../model/index.js';
import type { Exchange } from '../services/index.js';
import type { Params } from './params.js';

/** Input of a method. */
export interface MethodContext {
  readonly exchange: Exchange;
  readonly agent: Agent;
  readonly params: Params;
  /** Displaces the agent's other SDK instances, and connects this one. */
  readonly takeOver: () => void;
}

/** Shape of a failure in the document: code and message, message only, or the message under another name. */
export type FailureShape = 'coded' | 'uncoded' | 'message';

/** A method of the SDK, without its transport. */
export interface Method<R> {
  /** Whether it is sent by HTTP and needs a valid token. Call control does not (section "Initialization", third step). */
  readonly needsToken: boolean;
  readonly failure: FailureShape;
  /** @throws Refusal */
  readonly run: (context: MethodContext) => R;
}

/** Result of a command without values of its own. */
export const success = { status: 'success' } as const;

/** A query. It is sent by HTTP, and fails without a code unless the document's table shows one. */
export const query = <R extends SdkResult>(
  run: (context: MethodContext) => R,
  failure: FailureShape = 'uncoded',
): Method<R> => ({
  needsToken: true,
  failure,
  run: (context) => ({ ...success, ...run(context) }),
});

/** A command that is sent by HTTP. */
export const command = (run: (context: MethodContext) => void): Method<SdkResult> => ({
  needsToken: true,
  failure: 'coded',
  run: (context) => {
    run(context);
    return success;
  },
});

/**
 * Creates a command of call control. It works without a valid token: calls can still be made after
 * the expiry.
 */
export const callControl = (run: (context: MethodContext) => void): Method<SdkResult> => ({
  ...command(run),
  needsToken: false,
});
