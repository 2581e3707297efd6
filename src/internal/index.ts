/** Helpers without a subject of their own. Every other folder may import them. */
export { clampToNow, emptyFields, isRecord, num, str, time } from './coerce.js';
export type { Fields } from './coerce.js';
export { deepFreeze, patch } from './freeze.js';
export { Emitter, reportUncaught } from './emitter.js';
export { catchRejection, raceAbort, withResolvers } from './promises.js';
export { SafeStorage } from './storage.js';
