/**
 * Directives for text that updates without a render of its element, and for the attributes of a
 * disabled control.
 */
export { ariaDisabled, isAriaDisabled, type AriaDisabled } from './aria-disabled.js';
export { clockTime, elapsed, everySecond } from './elapsed.js';
export { keyedList } from './keyed-list.js';
export { liveText } from './live-text.js';
export { placeBelow } from './place-below.js';
export { press } from './press.js';
export { showReason } from './reason-tip.js';
