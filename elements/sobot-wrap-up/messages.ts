/** Messages of `<sobot-wrap-up>`. The vendor says "sorting"; agents know it as after-call work. */
import { commandMessages } from '../../src/ui/call/index.js';

/** English messages. Labels of commands are shared with other elements. */
export const wrapUpMessages = {
  ...commandMessages,
  'wrapUp.title': 'After-call work',
  'wrapUp.ended': 'Call ended',
  'wrapUp.remaining': 'Time left',
  'wrapUp.secondsLeft': (seconds: number) => `${seconds} s left`,
  'wrapUp.timeLeft': (time: string) => `${time} left`,
  'wrapUp.over': 'Time is up',
  'wrapUp.soonOver': 'After-call work ends within 10 seconds',
  'wrapUp.extend': 'Extend',
  'wrapUp.extendBy': 'Extend by',
  'wrapUp.seconds': (seconds: number) => `${seconds} s`,
  'wrapUp.minutes': (minutes: number) => `${minutes} min`,
  'wrapUp.extended': (span: string) => `Extended by ${span}`,
  'wrapUp.notes': 'Notes',
  'wrapUp.disposition': 'Disposition',
  'wrapUp.noDisposition': 'None',
  'wrapUp.badDispositions': 'dispositions is not a JSON list of texts, such as ["Solved", "Call back"].',
} as const;
