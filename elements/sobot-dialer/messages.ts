import { keypadMessages, phoneNumberMessages } from '../../src/ui/components/index.js';

/**
 * Messages of `<sobot-dialer>`. The names of the keys are those of the keypad, which
 * `<sobot-dialpad>` uses, too.
 */
export const dialerMessages = {
  ...keypadMessages,
  ...phoneNumberMessages,
  'dialer.number': 'Phone number',
  'dialer.call': 'Call',
  'dialer.backspace': 'Delete last digit',
  'dialer.callerId': 'Caller ID',
  // The first option of the caller IDs: no choice of the agent's own.
  'dialer.byRule': 'Default',
  'dialer.byThisRule': (rule: string) => `Default: ${rule}`,
  'dialer.byPlan': 'Set by this page',
  'dialer.recent': 'Recent',
  'dialer.redial': (number: string) => `Redial ${number}`,
  'dialer.recalled': (number: string) => `Last number: ${number}`,
  // For the page's author, who sees the element before any agent does.
  'dialer.badUserData': (why: string) =>
    `Calls can't be made: user-data is not a JSON object, such as {"order": "o-7"}. ${why}`,
} as const;
