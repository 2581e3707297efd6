/** Words of `<sobot-call-controls>`. */
export const callControlsWords = {
  'controls.hangup': 'Hang up',
  'controls.hold': 'Hold',
  'controls.resume': 'Resume',
  'controls.mute': 'Mute',
  'controls.unmute': 'Unmute',
  'controls.keypad': 'Keypad',
  'controls.survey': 'Survey',
  'controls.notes': 'Notes',
  'controls.closeNotes': 'Close notes',
} as const;
