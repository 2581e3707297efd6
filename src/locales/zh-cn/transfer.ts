import type { transferWords } from '../../../elements/sobot-transfer/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const transfer: Translation<typeof transferWords> = {
  'transfer.transfer': '转接',
  'transfer.consult': '咨询',
  'transfer.transferTo': '转接给',
  'transfer.consultWith': '咨询',
  'transfer.agents': '坐席',
  'transfer.groups': '技能组',
  'transfer.extension': '分机',
  'transfer.number': '电话号码',
  'transfer.searchAgents': '查找坐席',
  'transfer.searchGroups': '查找技能组',
  'transfer.extensionField': '要拨打的分机',
  'transfer.numberField': '要拨打的电话号码',
  'transfer.loading': '加载中…',
  'transfer.foundGroups': (count) => `${count} 个技能组`,
  'transfer.noGroup': '未找到技能组',
  'transfer.isOffline': '未登录',
  'transfer.readyMembers': (count) => `${count} 人空闲`,
  'transfer.recent': '最近使用',
};
