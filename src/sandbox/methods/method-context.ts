import type { SdkResult } from '../../sdk/index.js';
import type { Params } from './params.js';
import type { Agent } from '../model/agent.js';
import type { Exchange } from '../services/exchange.js';

/** What a method works with. */
export interface MethodContext {
  readonly exchange: Exchange;
  readonly agent: Agent;
  readonly params: Params;
  /** Cuts off the agent's other ends, and takes this one back. */
  readonly takeOver: () => void;
}

/** How the document writes a failure: with a code and a message, with the message alone, or under another name. */
export type FailureShape = 'coded' | 'uncoded' | 'message';

export interface Method<R> {
  /** Goes by HTTP, so it needs a living token; call control does not (section "Initialization", third step). */
  readonly needsToken: boolean;
  readonly failure: FailureShape;
  /** @throws Refusal */
  readonly run: (desk: MethodContext) => R;
}

export const success = { status: 'success' } as const;

/** A query: HTTP, and a failure without a code unless its table shows one. */
export const query = <R extends SdkResult>(
  run: (desk: MethodContext) => R,
  failure: FailureShape = 'uncoded',
): Method<R> => ({
  needsToken: true,
  failure,
  run: (desk) => ({ ...success, ...run(desk) }),
});

/** A change by HTTP. */
export const command = (run: (desk: MethodContext) => void): Method<SdkResult> => ({
  needsToken: true,
  failure: 'coded',
  run: (desk) => {
    run(desk);
    return success;
  },
});

/** Call control. */
export const callControl = (run: (desk: MethodContext) => void): Method<SdkResult> => ({
  ...command(run),
  needsToken: false,
});
