/** Messages of `<sobot-call-link>`. */
export const callLinkMessages = {
  'link.call': (number: string) => `Call ${number}`,
  'link.noNumber': 'There is no number to call',
  'link.badUserData': 'user-data is not a JSON object, such as {"order": "o-7"}.',
} as const;
