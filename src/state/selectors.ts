/**
 * Selectors: values that follow from the state and that more than one file needs.
 * They are apart from `model.ts`, which is types only, and from the slices, which elements may not
 * import.
 */
import type { CallStatus, ConsultStatus } from '../sdk/index.js';
import type { AgentState, Call, CallQuality, CallSummary, PartyInfo } from './model.js';

/** The value of the attribute `call`. */
export const callStatus = (state: AgentState): CallStatus => state.call?.state ?? (state.wrapUp ? 'wrap-up' : 'none');

/** The value of the attribute `consult`. */
export const consultStatus = (state: AgentState): ConsultStatus => state.consult?.state ?? 'none';

/** Every call leg of the agent but the consultation's: `call` first, then the waiting ones. */
export const legsOf = ({ call, waitingCalls }: Pick<AgentState, 'call' | 'waitingCalls'>): readonly Call[] =>
  call ? [call, ...waitingCalls] : waitingCalls;

const LOCAL_ID_PREFIX = 'local-';

/** The id of a call until a message tells the vendor's. */
export const localCallId = (sequence: number): string => `${LOCAL_ID_PREFIX}${sequence}`;

/**
 * Tells whether a call still has the kit's own id. Such an id must not be stored or sent to the
 * SDK.
 */
export const isLocalCallId = (id: string): boolean => id.startsWith(LOCAL_ID_PREFIX);

/** The known parts of a party's information, without undefined fields. */
export function pickPartyInfo({ name, href, details }: PartyInfo): PartyInfo {
  return {
    ...(name === undefined ? undefined : { name }),
    ...(href === undefined ? undefined : { href }),
    ...(details === undefined ? undefined : { details }),
  };
}

/**
 * Creates the part of a call that outlives it.
 * @param quality the quality over the whole call; null where there are no samples
 * @param endedAt milliseconds since 1970; null while the call goes on
 */
export const summarizeCall = (call: Call, quality: CallQuality | null, endedAt: number | null): CallSummary =>
  Object.freeze({
    id: call.id,
    type: call.type,
    number: call.number,
    ...pickPartyInfo(call),
    startedAt: call.startedAt,
    connectedAt: call.connectedAt,
    endedAt: endedAt && Math.max(endedAt, call.connectedAt ?? call.startedAt),
    parties: call.parties,
    quality,
    attachedData: call.attachedData,
  });

/** The answered call that is not wrapped up yet, running or ended; null where there is none. */
export function callAwaitingWrapUp({ call, wrapUp, quality }: AgentState): CallSummary | null {
  if (call?.originalCall) return call.originalCall;
  return call && call.connectedAt !== null ? summarizeCall(call, quality, null) : (wrapUp?.call ?? null);
}
