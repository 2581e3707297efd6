export { obstacle } from './capabilities.js';
export type { Obstacle } from './capabilities.js';
export { facts } from './facts.js';
export type { CallFact, Facts } from './facts.js';
export { estimateMos } from './mos.js';
export { reduce } from './reducer.js';
export type { Action } from './reducer.js';
export * from './state.js';
