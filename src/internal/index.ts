/** Helpers without a subject of their own. Every other folder may import them. */
export { clampToNow, emptyFields, isRecord, num, str, time } from './coerce.js';
export type { Fields } from './coerce.js';
export { deepFreeze, patch } from './freeze.js';
export { Emitter, reportUncaught } from './emitter.js';
export { catchRejection, raceAbort, withResolvers } from './promises.js';
export { SafeStorage } from './storage.js';
export { parseObject, parseStringList } from './json.js';
export { maskNumber, maskNumbersIn } from './mask.js';
export { isElement, parentOf } from './node-tree.js';
export { cleanNumber, parseTelUri, toTelUri } from './phone-number.js';
export { version } from './version.js';
