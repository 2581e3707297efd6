import type { callWords } from '../../ui/call/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const call: Translation<typeof callWords> = {
  'call.answer': '接听',
  'call.decline': '拒接',
  'call.inbound': '呼入',
  'call.outbound': '呼出',
  'call.internal': '内部通话',
  'call.consult': '咨询来电',
  'call.transfer': '转接来电',
  'call.noNumber': '未知号码',
  'call.data': '随路数据',
  'call.more': (count) => `其余 ${count} 项`,
};
