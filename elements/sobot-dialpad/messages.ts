/** Words of `<sobot-dialpad>`, and of whatever else draws the twelve keys. */
export const dialpadWords = {
  'dialpad.label': 'Keypad',
  'dialpad.star': 'Star',
  'dialpad.pound': 'Pound',
  'dialpad.sent': 'Digits sent',
} as const;
