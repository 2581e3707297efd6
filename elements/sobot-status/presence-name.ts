/** The name of a presence in the language of the page. */
import type { Translate } from '../../src/ui/i18n/index.js';
import type { Presence } from '../../src/state/index.js';
import type { statusMessages } from './messages.js';

/** The occupied reason of an agent whom the system has locked (vendor's public code; not documented). */
const LOCKED_REASON = 98;

/** Names a presence: a break by the tenant's own name. */
export function presenceName(t: Translate<typeof statusMessages>, { status, reasonCode, label }: Presence): string {
  if (status === 'dnd') return reasonCode === LOCKED_REASON ? t('status.locked') : t('status.dnd');
  if (status === 'break') return label || t('status.break', String(reasonCode ?? ''));
  return t(`status.${status}`);
}
