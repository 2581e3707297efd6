/**
 * Messages about a phone number that can't be dialled as it is written. They are apart from the
 * field, because a call link has them, too, and has no field.
 */

/** The messages about a number that can't be dialled as it is written. */
export const phoneNumberMessages = {
  'number.no-digits': 'There is no number to call',
  'number.several': 'This is more than one number',
  'number.characters': 'This can’t be dialled: it has characters that no keypad has',
  'number.afterAnswer': (digits: string) => `${digits} is not dialled: enter it on the keypad after the answer`,
} as const;
