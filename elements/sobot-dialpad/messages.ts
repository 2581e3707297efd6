import { keypadMessages } from '../../src/ui/components/index.js';

/** Messages of `<sobot-dialpad>`: those of the keypad, and the accessible name of the digits. */
export const dialpadMessages = {
  ...keypadMessages,
  'dialpad.sent': 'Digits sent',
} as const;
