import { keypadMessages } from '../../src/ui/components/index.js';

/** Messages of `<sobot-dialpad>`. */
export const dialpadMessages = {
  ...keypadMessages,
  'dialpad.sent': 'Digits sent',
} as const;
