import type { figuresWords } from '../../ui/components/figures-messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const figures: Translation<typeof figuresWords> = {
  'figures.updated': (ago) => `更新于${ago}`,
  'figures.old': (ago) => `数据已过期：${ago}`,
  'figures.refresh': '刷新',
};
