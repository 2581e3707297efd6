/**
 * The style sheets that elements compose. Each is a file of its own, so that a bundle contains only
 * those that its elements use.
 * `tokenStyles` comes first in every list, because the others use its private properties.
 */
export { tokenStyles } from './tokens.js';
export { buttonStyles } from './buttons.js';
export { fieldStyles } from './fields.js';
export { textStyles } from './texts.js';
