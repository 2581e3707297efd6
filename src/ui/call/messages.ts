/** Words about a call, for every element that shows one. */
export const callMessages = {
  'call.inbound': 'Incoming',
  'call.outbound': 'Outgoing',
  'call.internal': 'Internal call',
  'call.consult': 'Consultation',
  'call.transfer': 'Transferred to you',
  'call.noNumber': 'Unknown number',
  'call.data': 'Call data',
  'call.more': (count: number) => `${count} more`,
} as const;
