import type { figuresWords } from '../en/figures.js';
import type { Translation } from '../translation.js';

export const figures: Translation<typeof figuresWords> = {
  'figures.updated': (ago) => `更新于${ago}`,
  'figures.old': (ago) => `数据已过期：${ago}`,
  'figures.refresh': '刷新',
};
