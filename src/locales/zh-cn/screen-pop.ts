import type { screenPopWords } from '../../../elements/sobot-screen-pop/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const screenPop: Translation<typeof screenPopWords> = {
  'pop.blocked': '浏览器阻止了此次通话的页面。',
  'pop.open': (who) => `打开 ${who} 的页面`,
  'pop.badUrl': 'url 无效：必须是 http(s) 地址，且服务器须直接写明。',
};
