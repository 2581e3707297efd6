/** What elements compose their look of; one file each, so that a bundle holds only what it uses. */
export { tokenStyles } from './tokens.js';
export { buttonStyles } from './buttons.js';
export { fieldStyles } from './fields.js';
export { textStyles } from './texts.js';
