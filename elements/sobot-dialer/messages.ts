import { keypadMessages } from '../../src/ui/components/index.js';

/** Messages of `<sobot-dialer>`. */
export const dialerMessages = {
  ...keypadMessages,
  'dialer.number': 'Phone number',
  'dialer.call': 'Call',
  'dialer.backspace': 'Delete last digit',
  'dialer.callerId': 'Caller ID',
  'dialer.byRule': 'Default',
  'dialer.byThisRule': (rule: string) => `Default: ${rule}`,
  'dialer.byPlan': 'Set by this page',
  'dialer.recent': 'Recent',
  'dialer.redial': (number: string) => `Redial ${number}`,
  'dialer.recalled': (number: string) => `Last number: ${number}`,
  'dialer.badUserData': (why: string) =>
    `Calls can't be made: user-data is not a JSON object, such as {"order": "o-7"}. ${why}`,
} as const;
