export { disabledReason } from './capabilities.js';
export type { DisabledReason } from './capabilities.js';
export { deriveEvents } from './derived-events.js';
export type { CallEventName, DerivedEvents } from './derived-events.js';
export { estimateMos } from './mos.js';
export { reduce } from './reducer.js';
export type { Action } from './reducer.js';
export * from './model.js';
