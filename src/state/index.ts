/**
 * The state of one agent's telephone: how signals change it, and values that follow from it. Pure:
 * no SDK, DOM, timer or clock, so a test is a state and a signal.
 * This file is the only one that other folders may import. The slices stay private to the reducer.
 */
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
export { readCallFields, readCallSummary } from './stored-call.js';
export { estimateMos } from './slices/network.js';
export { partyStates } from './slices/parties.js';
export { legTransitionDiagram, legTransitions } from './slices/transitions.js';
export type { LegOutcome, LegState } from './slices/transitions.js';
