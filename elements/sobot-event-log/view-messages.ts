/**
 * Messages of the view of `<sobot-event-log>`, in the order in which it shows them. They are loaded
 * with the view. Readers are integrators, so names of messages and commands stay as the SDK spells
 * them.
 */
export const eventLogViewMessages = {
  'eventLog.title': 'Event log',
  'eventLog.filter': 'Filter',
  'eventLog.show': 'Show',
  // Options of the select field, one for each of `entryKinds`.
  'eventLog.show.all': 'Everything',
  'eventLog.show.message': 'SDK messages',
  'eventLog.show.command': 'Commands',
  'eventLog.show.phone': 'Phone',
  'eventLog.show.trouble': 'Problems',
  'eventLog.pause': 'Pause',
  'eventLog.continue': 'Continue',
  'eventLog.copy': 'Copy',
  'eventLog.clear': 'Clear',
  'eventLog.download': 'Download',
  'eventLog.count': (shown: number, all: number) => (shown === all ? `${all} entries` : `${shown} of ${all} entries`),
  'eventLog.paused': (fresh: number) => `Paused, ${fresh} new`,
  'eventLog.dropped': (count: number) => `${count} older ones were dropped`,
  'eventLog.copied': 'Copied',
  'eventLog.notCopied': 'The browser did not let it be copied. Download it instead.',
  'eventLog.empty': 'No events yet.',
  'eventLog.none': 'No events match.',
  'eventLog.details': (name: string) => `Details of ${name}`,
  'eventLog.close': 'Close the details',
  // Kinds of entries: the words in place of the signs, for screen readers.
  'eventLog.message': 'SDK message',
  'eventLog.command': 'Command',
  'eventLog.answer': 'Answer',
  'eventLog.phase': 'Phase',
  'eventLog.connection': 'Connection',
  'eventLog.warning': 'Warning',
  'eventLog.error': 'Error',
  // Remarks on an entry.
  'eventLog.unknown': 'unknown',
  'eventLog.late': 'late',
  'eventLog.refused': 'failed',
  // The section of unknown message names, with the reasons of the proposals.
  'eventLog.strangers': 'Unrecognised messages',
  'eventLog.means': (name: string) => `probably ${name}`,
  'eventLog.noIdea': 'Nothing tells what it means.',
  'eventLog.after': (command: string) => `It came after ${command}.`,
  'eventLog.during': 'It came while a call was being dialled.',
  'eventLog.like': (name: string) => `Its name is like ${name}.`,
  'eventLog.attribute': 'If that is right, put this on <sobot-agent>:',
  'eventLog.copyAttribute': 'Copy event-aliases',
} as const;
