/** Texts that update by themselves, without rendering their element. */
export { clockTime, elapsed } from './elapsed.js';
export { liveText } from './live-text.js';
