import { commandMessages } from '../../src/ui/call/index.js';

/** Messages of `<sobot-call-controls>`. */
export const callControlsMessages = {
  ...commandMessages,
  'controls.keypad': 'Keypad',
  'controls.transfer': 'Transfer',
  'controls.closeTransfer': 'Close transfer',
  'controls.consult': 'Consult',
  'controls.closeConsult': 'Close consult',
  'controls.surveyHint': 'Ends your side; the caller stays for the survey',
  'controls.notes': 'Notes',
  'controls.closeNotes': 'Close notes',
  'controls.consultation': 'Consultation',
  'controls.unanswered': 'Available once they answer',
} as const;
