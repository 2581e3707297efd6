import type { statusWords } from '../../../elements/sobot-status/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const status: Translation<typeof statusWords> = {
  'status.name': (status) => `状态：${status}`,
  'status.menu': '状态',
  'status.ready': '空闲',
  'status.dnd': '免打扰',
  'status.offline': '离线',
  'status.unknown': '未知',
  'status.locked': '已被系统锁定',
  'status.break': (code) => (code === '' || code === '11' ? '小休' : `小休 ${code}`),
  'status.logout': '退出登录',
  'status.reset': '重置为离线',
  'status.resetTitle': '重置为离线？',
  'status.resetText': '无论当前处于什么状态，都会挂断正在进行的通话并将您设为离线。',
  'status.dismiss': '关闭',
};
