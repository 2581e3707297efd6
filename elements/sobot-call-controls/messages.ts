import { commandMessages } from '../../src/ui/call/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';

/** The translate function of the controls and of their picker. */
export type ControlsTranslate = Translate<typeof callControlsMessages & typeof baseMessages>;

/**
 * Messages of `<sobot-call-controls>`. The names of commands come from `commandMessages`, because
 * other elements and shortcuts use the same names.
 */
export const callControlsMessages = {
  ...commandMessages,
  'controls.keypad': 'Keypad',
  'controls.transfer': 'Transfer',
  'controls.closeTransfer': 'Close transfer',
  'controls.consult': 'Consult',
  'controls.closeConsult': 'Close consult',
  // The description of End with survey: its name doesn't say that the agent's leg ends (section
  // "Send Satisfaction").
  'controls.surveyHint': 'Ends your side; the caller stays for the survey',
  // In place of the picker of Transfer and Consult.
  'controls.notLoaded': 'This could not be loaded. Check the network.',
  'controls.notes': 'Notes',
  'controls.closeNotes': 'Close notes',
  // The accessible name of the group of buttons that end a consultation.
  'controls.consultation': 'Consultation',
  // The reason of the buttons that need a third party on the line.
  'controls.unanswered': 'Available once they answer',
  // What the browser or the sandbox reports about the microphone, and what to do.
  'controls.microphone.denied':
    'This page may not use the microphone. Allow it in the browser’s settings for this site.',
  'controls.microphone.missing': 'No microphone is connected. Connect one.',
  'controls.microphone.busy': 'The microphone can’t be read. Close other programs that use it, then call again.',
  'controls.microphone.failed': 'The microphone doesn’t work. Check it, then call again.',
} as const;
