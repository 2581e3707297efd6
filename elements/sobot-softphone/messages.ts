/**
 * Texts of `<sobot-softphone>`, apart from its class: `src/locales` takes the keys of the
 * translations from them.
 */
import { soundMessages } from '../../src/ui/audio/index.js';
import type { baseMessages, Translate } from '../../src/ui/i18n/index.js';

/** The translate function of the softphone, which passes it to the modules of its zones. */
export type SoftphoneTranslate = Translate<typeof softphoneMessages & typeof baseMessages>;

/**
 * English messages of `<sobot-softphone>`. Keys with `says` are texts of its live region: whole
 * sentences, because a screen reader user hears them without the screen.
 */
export const softphoneMessages = {
  ...soundMessages,
  'softphone.sandbox': 'Sandbox',
  'softphone.loading': 'Connecting…',
  'softphone.idle': 'The phone is off.',
  'softphone.start': 'Turn on',
  'softphone.failed': 'The phone could not start',
  'softphone.displaced': 'You’re signed in somewhere else',
  'softphone.displacedText': 'Calls go there, not here. Using the phone here may end a call there.',
  'softphone.takeOver': 'Use phone here',
  'softphone.takeOverHint': 'This may end a call there',
  'softphone.offline': 'You’re offline. The phone reconnects when your network is back.',
  'softphone.unreachable': 'Calls can’t reach your phone. Check it, or log in again.',
  'softphone.reconnecting': 'Reconnecting…',
  'softphone.tools': 'Tools',
  'softphone.queues': 'Queues',
  'softphone.directory': 'Team',
  'softphone.routes': 'Routing',
  'softphone.log': 'Calls',
  'softphone.missed': 'missed',
  'softphone.supervisor': 'Supervise',
  'softphone.sound': 'Audio',
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
