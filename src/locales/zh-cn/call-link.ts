import type { callLinkWords } from '../../../elements/sobot-call-link/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const callLink: Translation<typeof callLinkWords> = {
  'link.call': (number) => `呼叫 ${number}`,
  'link.noNumber': '没有可呼叫的号码',
  'link.badUserData': 'user-data 不是 JSON 对象，例如 {"order": "o-7"}。',
};
