import type { dialerWords } from '../../../elements/sobot-dialer/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const dialer: Translation<typeof dialerWords> = {
  'dialer.number': '电话号码',
  'dialer.call': '呼叫',
  'dialer.backspace': '删除最后一位',
  'dialer.callerId': '外显号码',
  'dialer.byRule': '按外显规则',
  'dialer.byThisRule': (rule) => `规则：${rule}`,
  'dialer.byPlan': '按本页面的外显方案',
  'dialer.recent': '最近拨打',
  'dialer.redial': (number) => `重拨 ${number}`,
  'dialer.recalled': (number) => `上次拨打：${number}`,
  'dialer.badUserData': (why) => `无法外呼：user-data 不是 JSON 对象，例如 {"order": "o-7"}。${why}`,
};
