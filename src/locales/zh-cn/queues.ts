import type { queuesWords } from '../../../elements/sobot-queues/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const queues: Translation<typeof queuesWords> = {
  'queues.title': '排队情况',
  'queues.group': '技能组',
  'queues.waiting': '排队人数',
  'queues.ready': '空闲坐席',
  'queues.unknown': '未知',
  'queues.warn': '偏高',
  'queues.alert': '严重',
  'queues.crossed': (name, count, level) => `${name}：${count} 人排队，${level}`,
  'queues.none': '您不属于任何技能组。',
  'queues.loading': '正在加载排队情况…',
};
