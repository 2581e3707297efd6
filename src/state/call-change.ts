import { clampToNow, type Fields, patch, str } from '../internal/index.js';
import { callType, merged, role } from './fields.js';
import { endCall } from './call-end.js';
import { nobody } from './identify.js';
import { updateParties } from './parties.js';
import type { AgentState, Call, CallState, CallType } from './model.js';

const isLocal = (id: string): boolean => id.startsWith('local-');

/** Is it the leg of a consultation that a message speaks of? */
export const isConsultLeg = (fields: Fields): boolean =>
  callType(fields['callType']) === 'consult' || role(fields['thisDNRole']) === 'ConsultBy';

export const isOver = (state: AgentState, id: string): boolean =>
  id !== '' && id !== state.call?.id && state.endedCallIds.includes(id);

/** Does a message with this id speak of the running call? Without an id it does. */
export const isOf = (call: Call, id: string): boolean => id === '' || id === call.id || isLocal(call.id);

/** What a message says about a call besides its state. */
export function describe(call: Call, fields: Fields): Call {
  const id = str(fields['callID']);
  const number = str(fields['otherDN']) || call.number;
  return patch(call, {
    ...(call.number === '' || call.number === number ? undefined : nobody),
    id: id !== '' && isLocal(call.id) ? id : call.id,
    number,
    localNumber: str(fields['thisDN']) || call.localNumber,
    type: callType(fields['callType']) ?? call.type,
    queue: str(fields['queueName']) || call.queue,
    attachedData: merged(call.attachedData, fields['attachedData']),
  });
}

export function inState(call: Call, state: CallState, fields: Fields, at: number): Call {
  const connected = state === 'talking' || state === 'held';
  return patch(call, {
    state,
    presumed: false,
    connectedAt: connected ? (call.connectedAt ?? at) : call.connectedAt,
    heldAt: state === 'held' ? (call.heldAt ?? at) : null,
    parties: updateParties(call, fields, state),
  });
}

export const setCall = (state: AgentState, call: Call, callState: CallState, fields: Fields, at: number): AgentState =>
  patch(state, { call: inState(describe(call, fields), callState, fields, at) });

/** Begins a call. One that still seems to run has ended unnoticed: an agent has one call at a time. */
export function beginCall(
  state: AgentState,
  type: CallType,
  callState: CallState,
  fields: Fields,
  at: number,
): AgentState {
  const serial = state.callCount + 1;
  const call: Call = {
    id: `local-${serial}`,
    sequence: serial,
    type,
    state: callState,
    number: '',
    localNumber: '',
    parties: Object.freeze([]),
    muted: false,
    startedAt: clampToNow(fields['startedAt'], at) ?? at,
    connectedAt: null,
    heldAt: null,
    attachedData: Object.freeze({}),
    originalCall: null,
    presumed: false,
  };
  const begun = inState(describe(call, fields), callState, fields, at);
  return patch(endCall(state, {}, at), { callCount: serial, wrapUp: null, call: begun });
}
