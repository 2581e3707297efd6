import type { shortcutsWords } from '../en/shortcuts.js';
import type { Translation } from '../translation.js';

export const shortcuts: Translation<typeof shortcutsWords> = {
  'shortcut.done': (what) => `${what}：已完成`,
  'shortcut.impossible': (what, why) => `无法${what}：${why}`,
};
