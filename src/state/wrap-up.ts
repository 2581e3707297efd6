import { num, patch } from '../internal/index.js';
import { wrapUpEnd, wrapUpOf } from './call-end.js';
import { type Handler } from './news.js';

const SECOND = 1000;

/**
 * More time: a message counts only if it tells the new end, else the success's `delayTime` is added, so that the two
 * never add up. Where the end was unknown it stays so: what the platform counts from is not documented.
 */
export const wrapUpDelayed: Handler = (state, { fields, params, since, at }) => {
  const { wrapUp, lastCall } = state;
  const told = wrapUpEnd(fields);
  if (told !== null) {
    if (state.call) return state; // of a call before this one
    const before = wrapUp ?? wrapUpOf(lastCall, at);
    return patch(state, { wrapUp: patch(before, { endsAt: told, presumed: false }) });
  }
  const seconds = num(params['delayTime']);
  const unchanged = wrapUp && wrapUp.endsAt !== null && wrapUp.endsAt === since?.wrapUp?.endsAt;
  if (!unchanged || wrapUp.endsAt === null || seconds === undefined) return state;
  return patch(state, { wrapUp: patch(wrapUp, { endsAt: wrapUp.endsAt + seconds * SECOND }) });
};

export const wrapUpDone: Handler = (state, { since }) =>
  since && state.wrapUp?.callId !== since.wrapUp?.callId ? state : patch(state, { wrapUp: null });
