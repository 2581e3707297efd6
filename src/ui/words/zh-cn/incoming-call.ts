import type { incomingCallWords } from '../en/incoming-call.js';
import type { Translation } from '../translation.js';

export const incomingCall: Translation<typeof incomingCallWords> = {
  'incoming.silence': '停止响铃',
  'incoming.since': '已振铃',
  'incoming.badge': '☎ 来电',
  'incoming.blocked': '浏览器已阻止铃声：点击页面任意位置即可听到。',
  'incoming.call': (from) => `${from} 来电`,
  'incoming.consult': (from) => `${from} 咨询来电`,
  'incoming.transfer': (from) => `${from} 转接来电`,
};
