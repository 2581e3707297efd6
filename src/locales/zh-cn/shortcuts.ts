import type { shortcutsWords } from '../../../elements/sobot-agent/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const shortcuts: Translation<typeof shortcutsWords> = {
  'shortcut.done': (what) => `${what}：已完成`,
  'shortcut.impossible': (what, why) => `无法${what}：${why}`,
};
