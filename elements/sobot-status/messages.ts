import { commandMessages } from '../../src/ui/call/index.js';

/** Messages of `<sobot-status>`. */
export const statusMessages = {
  ...commandMessages,
  'status.name': (status: string) => `Status: ${status}`,
  'status.menu': 'Status',
  'status.ready': 'Ready',
  'status.dnd': 'Do not disturb',
  'status.offline': 'Offline',
  'status.unknown': 'Unknown',
  'status.locked': 'Locked by the system',
  'status.break': (code: string) => (code === '' || code === '11' ? 'Break' : `Break ${code}`),
  'status.reset': 'Reset to offline',
  'status.resetTitle': 'Reset to offline?',
  'status.resetText': 'This ends any call and sets you offline.',
  'status.dismiss': 'Dismiss',
} as const;
