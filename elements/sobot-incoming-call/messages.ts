import { callMessages, commandMessages } from '../../src/ui/call/index.js';
import { soundMessages } from '../../src/ui/audio/index.js';

/** Messages of `<sobot-incoming-call>`. */
export const incomingCallMessages = {
  ...callMessages,
  ...commandMessages,
  ...soundMessages,
  'incoming.silence': 'Silence',
  'incoming.since': 'Ringing',
  'incoming.badge': '☎ Incoming call',
  'incoming.call': (from: string) => `Incoming call from ${from}`,
  'incoming.consult': (from: string) => `Consultation call from ${from}`,
  'incoming.transfer': (from: string) => `Transferred call from ${from}`,
  'incoming.about': (customer: string) => `About the customer ${customer}`,
  'incoming.by': (agent: string) => `Transferred by ${agent}`,
} as const;
