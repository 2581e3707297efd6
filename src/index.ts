/**
 * The main entry point: registers all elements, and exports classes, types and functions. A page that needs a few
 * elements imports `sobot-elements/elements/….js` instead.
 */
import * as classes from './classes.js';

// SobotElement, the base class, has no tag.
for (const each of Object.values(classes)) if (each.tag) each.define();

export * from './classes.js';
export * from './sdk/index.js';
export { AgentSession } from './session/index.js';
export type * from './session/index.js';
export type * from './state/index.js';
export { registerMessages, type Message, type Messages, type MessagesLoader } from './ui/i18n/index.js';
export type { AgentHost } from './ui/base/index.js';
