/** Helpers without a subject of their own. Every other folder may import them. */
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
export { cleanNumber, maskNumber, maskNumbersIn, parseTelUri, toTelUri } from './phone-number.js';
export { version } from './version.js';
