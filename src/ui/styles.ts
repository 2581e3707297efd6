/** What elements compose their look of; one file each, so that a bundle holds only what it uses. */
export { tokens } from './styles/tokens.js';
export { buttons } from './styles/buttons.js';
export { fields } from './styles/fields.js';
export { texts } from './styles/texts.js';
