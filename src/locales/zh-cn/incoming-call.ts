import type { incomingCallWords } from '../../../elements/sobot-incoming-call/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const incomingCall: Translation<typeof incomingCallWords> = {
  'incoming.silence': '停止响铃',
  'incoming.since': '已振铃',
  'incoming.badge': '☎ 来电',
  'incoming.call': (from) => `${from} 来电`,
  'incoming.consult': (from) => `${from} 咨询来电`,
  'incoming.transfer': (from) => `${from} 转接来电`,
  'incoming.about': (customer) => `涉及客户 ${customer}`,
  'incoming.by': (agent) => `由 ${agent} 转接`,
};
