/** What elements compose their look of; one file each, so that a bundle holds only what it uses. */
export { tokens } from './tokens.js';
export { buttons } from './buttons.js';
export { fields } from './fields.js';
export { texts } from './texts.js';
