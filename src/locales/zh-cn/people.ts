import type { peopleWords } from '../../ui/components/agent-list-messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const people: Translation<typeof peopleWords> = {
  'people.agents': '坐席',
  'people.search': '搜索坐席',
  'people.group': '技能组',
  'people.allGroups': '全部技能组',
  'people.status': '状态',
  'people.allStatuses': '全部状态',
  'people.ready': '空闲',
  'people.busy': '忙碌',
  'people.dnd': '免打扰',
  'people.offline': '离线',
  'people.unknown': '状态未知',
  'people.work': (code) => `工作状态 ${code}`,
  'people.ext': (ext) => `分机 ${ext}`,
  'people.you': '您',
  'people.found': (count) => `${count} 位坐席`,
  'people.foundOf': (count, all) => `${count} / ${all} 位坐席`,
  'people.nobody': '没有符合条件的坐席。',
  'people.none': '没有坐席。',
  'people.loading': '正在加载坐席…',
  'people.noTarget': '平台未提供该坐席的号码',
};
