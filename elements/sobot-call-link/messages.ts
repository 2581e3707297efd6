import { phoneNumberMessages } from '../../src/ui/components/index.js';

/**
 * Messages of `<sobot-call-link>`: the default label, and the reasons that only a link of a page
 * can have.
 */
export const callLinkMessages = {
  ...phoneNumberMessages,
  'link.call': (number: string) => `Call ${number}`,
  'link.serviceCode': 'Links don’t call service codes',
  'link.badUserData': 'user-data is not a JSON object, such as {"order": "o-7"}.',
} as const;
