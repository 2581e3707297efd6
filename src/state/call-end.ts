import { type Fields, patch, time } from '../internal/index.js';
import { knownOf } from './identify.js';
import type { AgentState, Call, CallQuality, CallSummary, WrapUp } from './model.js';

const REMEMBERED = 32;

export const summarise = (call: Call, quality: CallQuality | null, endedAt: number | null): CallSummary =>
  Object.freeze({
    id: call.id,
    type: call.type,
    number: call.number,
    ...knownOf(call),
    startedAt: call.startedAt,
    connectedAt: call.connectedAt,
    endedAt,
    parties: call.parties,
    quality,
    attachedData: call.attachedData,
  });

/**
 * When after-call work ends, if the message tells. The vendor documents no such field; the embedded call centre
 * sends this one.
 */
export const wrapUpEnd = (fields: Fields): number | null => time(fields['wrapUpEndTimestamp']) ?? null;

export const remember = (ended: readonly string[], id: string): readonly string[] =>
  Object.freeze([...ended, id].slice(-REMEMBERED));

/** After-call work; `null` where it isn't known for which call. */
export const wrapUpOf = (call: CallSummary | null, since: number): WrapUp =>
  Object.freeze({ callId: call?.id ?? '', call, since, endsAt: null, presumed: false });

/** Ends the call, if there is one. An answered one is followed by wrap-up, which is presumed where nobody says so. */
export function endCall(state: AgentState, fields: Fields, at: number): AgentState {
  const { call } = state;
  if (!call) return state;
  const endsAt = wrapUpEnd(fields);
  const lastCall = summarise(call, state.quality, at);
  const worked = call.originalCall ?? (call.connectedAt === null ? null : lastCall);
  const wrapUp = worked && patch(wrapUpOf(worked, at), { endsAt, presumed: endsAt === null });
  return patch(state, {
    call: null,
    consult: null,
    quality: null,
    wrapUp,
    lastCall,
    endedCallIds: remember(state.endedCallIds, call.id),
  });
}
