/**
 * Messages about calls and commands. Several elements name the same things, and one message keeps
 * the names equal and translates them once.
 */

/** The English messages about a call, for every element that shows one. */
export const callMessages = {
  'call.inbound': 'Incoming',
  'call.outbound': 'Outgoing',
  'call.internal': 'Internal call',
  'call.consult': 'Consultation',
  'call.transfer': 'Transferred to you',
  'call.noNumber': 'Unknown number',
  'call.data': 'Call data',
  'call.more': (count: number) => `${count} more`,
  'call.notShown': (count: number) => `${count} further fields are not shown.`,
} as const;

/**
 * The English names of the commands that a button or a shortcut runs. Keys have the vendor's name
 * of the command.
 */
export const commandMessages = {
  'command.answer': 'Answer',
  'command.rejectCall': 'Decline',
  'command.hangup': 'Hang up',
  'command.holdCall': 'Hold',
  'command.retrieveCall': 'Resume',
  'command.muteCall': 'Mute',
  'command.unmute': 'Unmute',
  'command.cancelConsult': 'Cancel consult',
  'command.retrieveConsult': 'Return to caller',
  'command.consultTransfer': 'Complete transfer',
  'command.consultConference': 'Start conference',
  'command.sendSatisfy': 'End with survey',
  'command.ready': 'Ready',
  'command.notReady': 'Do not disturb',
  'command.logout': 'Log out',
  'command.completeACW': 'Finish',
  'command.completeACWToBusy': 'Finish and set busy',
} as const;
