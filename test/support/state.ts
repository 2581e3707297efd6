import type { CommandName } from '../../src/sdk/index.js';
import { initialState, reduce, signalFromMessage, signalFromResult, type AgentState } from '../../src/state/index.js';

type Fields = Readonly<Record<string, unknown>>;

export const NOW = 1_700_000_000_000;

/** One thing that happens: a message, or a command's success. Each comes a second after the one before. */
export type Step = (state: AgentState, at: number) => AgentState;

export const message =
  (messageID: string, fields: Fields = {}): Step =>
  (state, at) => {
    const signal = signalFromMessage(messageID, { messageID, ...fields }, at);
    if (!signal) throw new Error(`${messageID} tells the state nothing`);
    return reduce(state, { type: 'signal', signal });
  };

/** A message that nobody knows. */
export const unknown = (fields: Fields = {}): Step => message('EventOfTomorrow', fields);

export interface Success {
  params?: Fields;
  result?: unknown;
  /** The state when it was sent; just before, if not given. */
  since?: AgentState;
  late?: boolean;
}

export const success =
  (command: CommandName, { params = {}, result, since, late }: Success = {}): Step =>
  (state, at) => {
    const signal = signalFromResult(command, params, result, at);
    return reduce(state, { type: 'settled', command, signal, since: since ?? state, ok: true, late });
  };

export const failed =
  (command: CommandName): Step =>
  (state) =>
    reduce(state, { type: 'settled', command, since: state, ok: false, signal: null });

export const sent =
  (command: CommandName): Step =>
  (state) =>
    reduce(state, { type: 'sent', command });

export const play = (state: AgentState, ...steps: Step[]): AgentState =>
  steps.reduce((now, step, index) => step(now, NOW + (index + 1) * 1000), state);

export const reduced = reduce;

export const ready: AgentState = reduce(initialState(NOW), { type: 'phase', phase: 'ready' });

/** A started phone that has come this far. */
export const after = (...steps: Step[]): AgentState => play(ready, ...steps);

export const C1 = { callID: 'c1', otherDN: '555', callType: 'Inbound' };

export const loggedIn = after(message('EventAgentReady'));
export const dialing = play(loggedIn, message('EventDialing', { ...C1, callType: 'Outbound' }));
export const ringing = play(loggedIn, message('EventRinging', C1));
export const talking = play(ringing, message('EventEstablished', C1));
export const held = play(talking, message('EventAgentHoldCall', C1));
export const muted = play(talking, message('EventAgentMute', C1));
export const wrappingUp = play(talking, message('EventReleased', C1));
export const consulting = play(held, message('EventRinging', { callID: 'c2', callType: 'Consult', otherDN: '1002' }));
export const consulted = play(consulting, message('EventEstablished', { callID: 'c2' }));
