import {
  initialState,
  partyStates,
  type AgentState,
  type Call,
  type CallState,
  type CallSummary,
} from '../../src/state/index.js';

const MINUTE_MS = 60_000;

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

const isCallState = (text: string): text is CallState => ['dialing', 'ringing', 'talking', 'held'].includes(text);

function previewSummary(now: number): CallSummary {
  const { id, type, number, parties, attachedData } = previewCall('talking', now);
  const connectedAt = now - 4 * MINUTE_MS;
  const endedAt = now - MINUTE_MS / 2;
  return { id, type, number, parties, attachedData, startedAt: connectedAt, connectedAt, endedAt, quality: null };
}

/** What a page builder shows: a ready agent in the state that `word` names, without network and without a session. */
export function previewState(preview: string): AgentState {
  const now = Date.now();
  const call = previewSummary(now);
  const wrapUp = { callId: call.id, call, since: now - MINUTE_MS / 2, endsAt: now + MINUTE_MS, presumed: false };
  return Object.freeze({
    ...initialState(now),
    phase: 'ready',
    presence: { status: 'ready', since: now - 12 * MINUTE_MS },
    agent: { number: '1005', id: '', name: 'Ada', ext: '1000', phone: '', phoneType: 'webrtc' },
    call: isCallState(preview) ? previewCall(preview, now) : null,
    wrapUp: preview === 'wrap-up' ? wrapUp : null,
    lastCall: preview === 'wrap-up' ? call : null,
    network: { ping: 38, jitter: 2, loss: 0, quality: 'e', mos: 4.38, at: now },
  } satisfies AgentState);
}
