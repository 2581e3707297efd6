/**
 * Texts in the language of the page. The English ones lie beside each element, further languages in
 * `src/locales`.
 */
export { baseMessages } from './base-messages.js';
export { registerMessages, type MessagesLoader } from './languages.js';
export { Localizer } from './localizer.js';
export type { Message, Messages, Translate, Translation } from './types.js';
