/**
 * Messages of `<sobot-status>`, and the name of a status, which needs more than a lookup: a break
 * has a name of the company's own.
 */
import { LOCKED_CODE } from '../../src/sdk/index.js';
import type { Presence } from '../../src/state/index.js';
import { commandMessages } from '../../src/ui/call/index.js';
import type { Translate } from '../../src/ui/i18n/index.js';

/** English messages. Labels of commands are shared with other elements. */
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

/** Returns the name of a presence. A break has the name that the company gave it, or else its code. */
export function presenceName(t: Translate<typeof statusMessages>, { status, reasonCode, label }: Presence): string {
  if (status === 'dnd') return t(reasonCode === LOCKED_CODE ? 'status.locked' : 'status.dnd');
  if (status === 'break') return label || t('status.break', String(reasonCode ?? ''));
  return t(`status.${status}`);
}
