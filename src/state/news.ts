import { emptyFields, type Fields } from '../internal/index.js';
import type { AgentState } from './model.js';

/** One signal on its way into the state: from a message, or from a command that succeeded. */
export interface News {
  /** The message's fields, or the success's result. */
  readonly fields: Fields;
  readonly at: number;
  /** Only of a success: what was asked for. */
  readonly params: Fields;
  /** Only of a success: the state when the command was sent. */
  readonly since: AgentState | null;
}

export type Handler = (state: AgentState, news: News) => AgentState;

export const messageNews = (fields: Fields, at: number): News => ({ fields, at, params: emptyFields, since: null });

/**
 * Whether a success still has something to say about the call: it's the same call, and in `slice` no event has
 * changed it since the command was sent. A message always has.
 */
export function speaksOfCall(
  state: AgentState,
  { since }: News,
  slice: (call: NonNullable<AgentState['call']>) => unknown,
): boolean {
  if (!since) return true;
  const now = state.call;
  const then = since.call;
  return !!now && !!then && now.sequence === then.sequence && slice(now) === slice(then);
}
