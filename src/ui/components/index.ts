/**
 * Templates and controllers of the controls that several elements render. A control of a single
 * element is in that element's folder.
 */
export { agentListMessages } from './agent-list-messages.js';
export { AgentListElement } from './agent-list.js';
export { actionButton, type ActionButton } from './button.js';
export { confirmDialog, confirmDialogStyles } from './confirm-dialog.js';
export { errorNotice, skeletonStyles } from './error-notice.js';
export { isDtmfDigit, isTyped, keypad, keypadMessages, keypadStyles } from './keypad.js';
export {
  insertText,
  phoneNumberField,
  phoneNumberFieldStyles,
  phoneNumberMessages,
  recentNumbersList,
  renderAfterAnswer,
} from './phone-number-field.js';
export { presenceDot, presenceStyles } from './presence-dot.js';
export { radioGroup, radioGroupStyles } from './radio-group.js';
export { figuresMessages, relativeTime } from './relative-time.js';
export { searchField, searchFieldStyles } from './search-field.js';
export { selectField, type SelectOption } from './select-field.js';
export { VirtualList, virtualListStyles } from './virtual-list/virtual-list.js';
