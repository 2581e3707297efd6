/** Words of `<sobot-incoming-call>`. */
export const incomingCallWords = {
  'incoming.silence': 'Silence',
  'incoming.since': 'Ringing',
  'incoming.badge': '☎ Incoming call',
  'incoming.blocked': 'The browser keeps the ring tone silent: click anywhere in the page to hear it.',
  'incoming.call': (from: string) => `Incoming call from ${from}`,
  'incoming.consult': (from: string) => `Consultation call from ${from}`,
  'incoming.transfer': (from: string) => `Transferred call from ${from}`,
} as const;
