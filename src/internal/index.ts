/**
 * Helpers without a subject of their own. Every other folder may import them; they import nothing
 * of the kit.
 * Each file serves one purpose, and the list below is what the others may use of it.
 */
export { Backoff, waitToRetry } from './backoff.js';
export { Clock, now, pageClock, type TimeSources } from './clock.js';
export {
  clampToNow,
  deepFreeze,
  emptyFields,
  isRecord,
  num,
  parseObject,
  parseStringList,
  patch,
  str,
  time,
  type Fields,
} from './data.js';
export { Emitter } from './emitter.js';
export { catchRejection, raceAbort, withResolvers } from './promises.js';
export { reportErrors } from './report-errors.js';
export { SafeStorage } from './storage.js';
export { isElement, parentOf } from './node-tree.js';
export {
  isServiceCode,
  maskNumber,
  maskNumbersIn,
  numberKey,
  parsePhoneNumber,
  replaceNumbersIn,
  sameNumber,
  toTelUri,
  type NumberRefusal,
  type ParsedNumber,
} from './phone-number.js';

/** The version of the kit; a test holds it to that of the package. */
export const version = '0.1.0';
