/** The state of one agent's phone: what a message or a result makes of it, and what follows from it. */
export { disabledReason } from './capabilities.js';
export type { DisabledReason } from './capabilities.js';
export { deriveEvents } from './derived-events.js';
export type { CallEventName, DerivedEvents } from './derived-events.js';
export * from './model.js';
export { signalFromMessage, signalFromResult } from './normalize/index.js';
export type { Signal, SignalOf } from './normalize/index.js';
export { reduce } from './reducer.js';
export type { Action } from './reducer.js';
export { callAwaitingWrapUp, callStatus, consultStatus, isLocalCallId, legsOf, summarizeCall } from './selectors.js';
export { estimateMos } from './slices/network.js';
export { partyStates } from './slices/parties.js';
export { legTransitionDiagram, legTransitions } from './slices/transitions.js';
export type { LegOutcome, LegState } from './slices/transitions.js';
