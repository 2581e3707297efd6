/**
 * The states of the attribute `preview`. Page builders show an element before there is an account, so everything here is
 * made up, and no session, timer or network is involved.
 */
import { now as currentTime } from '../../src/internal/index.js';
import {
  initialState,
  partyStates,
  type AgentState,
  type Call,
  type CallState,
  type CallSummary,
} from '../../src/state/index.js';

const MINUTE_MS = 60_000;

/** A call that has lasted three minutes, or that is being set up. */
function previewCall(state: CallState, now: number): Call {
  const outbound = state === 'dialing';
  const connectedAt = state === 'talking' || state === 'held' ? now - 3 * MINUTE_MS : null;
  return {
    id: 'preview',
    sequence: 1,
    type: outbound ? 'outbound' : 'inbound',
    state,
    number: '135****5678',
    localNumber: '',
    queue: outbound ? undefined : 'Sales',
    parties: [{ number: '135****5678', role: outbound ? 'Destination' : 'Origination', state: partyStates[state] }],
    muted: false,
    startedAt: connectedAt ?? now,
    connectedAt,
    heldAt: state === 'held' ? now : null,
    attachedData: { Order: 'o-7' },
    originalCall: null,
    presumed: false,
  };
}

/** A second call that has begun to ring beside the first one. */
const previewWaitingCall = (now: number): Call => ({
  ...previewCall('ringing', now),
  id: 'preview-waiting',
  sequence: 2,
  number: '139****0102',
  parties: [{ number: '139****0102', role: 'Origination', state: 'Ringing' }],
});

/** `none` and `wrap-up` are values of the attribute, too, but not states of a running call. */
const isCallState = (text: string): text is CallState => Object.hasOwn(partyStates, text);

/** The call that the wrap-up is about. It has lasted four minutes, and ended half a minute ago. */
function previewSummary(now: number): CallSummary {
  const { id, type, number, parties, attachedData } = previewCall('talking', now);
  const connectedAt = now - 4 * MINUTE_MS;
  const endedAt = now - MINUTE_MS / 2;
  return { id, type, number, parties, attachedData, startedAt: connectedAt, connectedAt, endedAt, quality: null };
}

/**
 * The state of a ready agent with a call in the named state; `waiting` is a call with another one that waits. An unknown name means no call: the
 * attribute is free text in a page builder.
 */
export function previewState(preview: string): AgentState {
  const now = currentTime();
  const call = previewSummary(now);
  const isWaiting = preview === 'waiting';
  const wrapUp = { callId: call.id, call, since: now - MINUTE_MS / 2, endsAt: now + MINUTE_MS, presumed: false };
  return Object.freeze({
    ...initialState(now),
    phase: 'ready',
    presence: { status: 'ready', since: now - 12 * MINUTE_MS },
    agent: { number: '1005', id: '', name: 'Ada', ext: '1000', phone: '', phoneType: 'webrtc' },
    call: isWaiting ? previewCall('talking', now) : isCallState(preview) ? previewCall(preview, now) : null,
    waitingCalls: isWaiting ? [previewWaitingCall(now)] : [],
    wrapUp: preview === 'wrap-up' ? wrapUp : null,
    lastCall: preview === 'wrap-up' ? call : null,
    network: { ping: 38, jitter: 2, loss: 0, quality: 'e', mos: 4.38, at: now },
  } satisfies AgentState);
}
