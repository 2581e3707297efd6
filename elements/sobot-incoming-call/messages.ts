import { callMessages, commandMessages } from '../../src/ui/call/index.js';
import { soundMessages } from '../../src/ui/audio/index.js';

/**
 * Messages of `<sobot-incoming-call>`. The same sentences are announced by screen readers and shown
 * by the desktop notification, so they have to be understood without the page.
 */
export const incomingCallMessages = {
  ...callMessages,
  ...commandMessages,
  ...soundMessages,
  'incoming.silence': 'Silence',
  'incoming.since': 'Ringing',
  // The badge before the title of the page: the tab shows little more than its beginning.
  'incoming.badge': '☎ Incoming call',
  // The announcement by the kind of the call, with the party that the agent hears after answering.
  'incoming.call': (from: string) => `Incoming call from ${from}`,
  'incoming.consult': (from: string) => `Consultation call from ${from}`,
  'incoming.transfer': (from: string) => `Transferred call from ${from}`,
  // The second sentence: the other party that matters.
  'incoming.about': (customer: string) => `About the customer ${customer}`,
  'incoming.by': (agent: string) => `Transferred by ${agent}`,
  // The name of the list of waiting calls, and their states.
  'incoming.waiting': 'Waiting calls',
  'incoming.held': 'On hold',
  'incoming.dialing': 'Dialing',
  'incoming.waits': 'Waiting',
  // Below calls that ring at the same time.
  'incoming.several': 'Several calls ring. The phone system chooses which one you answer or decline.',
} as const;
