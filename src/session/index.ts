export { AgentSession } from './session.js';
export type { SessionOptions } from './options.js';
export type { Journal, JournalEntry } from './journal.js';
export type { StateListener } from './store.js';
export type { TokenSource } from './token.js';
export type * from './types.js';
export { SobotError } from '../sdk/index.js';
