import { soundMessages } from '../../src/ui/audio/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';

/** The translate function that the parts of the softphone share. */
export type SoftphoneTranslate = Translate<typeof softphoneMessages & typeof baseMessages>;

/** English messages of `<sobot-softphone>`. Keys with `says` are texts of its live region. */
export const softphoneMessages = {
  ...soundMessages,
  'softphone.sandbox': 'Sandbox',
  'softphone.loading': 'Connecting…',
  'softphone.idle': 'The phone is not started.',
  'softphone.start': 'Start',
  'softphone.failed': 'The phone could not start',
  'softphone.displaced': 'In use at another end',
  'softphone.displacedText':
    'You logged in somewhere else. Calls arrive there, not here. Taking over may cut off a call there.',
  'softphone.takeOver': 'Take over here',
  'softphone.takeOverHint': 'This may cut off a call at the other end',
  'softphone.offline': 'No network. The phone goes on when it is back.',
  'softphone.unreachable': 'The platform can’t reach your phone: calls won’t ring. Check the phone, or log in again.',
  'softphone.reconnecting': 'Reconnecting…',
  'softphone.tools': 'Tools',
  'softphone.queues': 'Queues',
  'softphone.directory': 'Team',
  'softphone.routes': 'Routing',
  'softphone.log': 'Calls',
  'softphone.missed': 'missed',
  'softphone.supervisor': 'Manage',
  'softphone.sound': 'Sound',
  'softphone.notLoaded': 'This could not be loaded. Check the network, then open it again.',
  'softphone.phone': 'Phone',
  'softphone.somebody': 'unknown number',
  'softphone.says.login': 'Logged out',
  'softphone.says.dialer': 'No call',
  'softphone.says.dialing': (who: string) => `Dialing ${who}`,
  'softphone.says.ringing': (who: string) => `Ringing ${who}`,
  'softphone.says.talking': (who: string) => `Talking to ${who}`,
  'softphone.says.held': (who: string) => `${who} is on hold`,
  'softphone.says.presumed': (who: string) => `On a call with ${who}`,
  'softphone.says.muted': 'your microphone is off',
  'softphone.says.wrapUp': 'Call ended, after-call work',
} as const;
