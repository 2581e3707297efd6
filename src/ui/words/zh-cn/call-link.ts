import type { callLinkWords } from '../en/call-link.js';
import type { Translation } from '../translation.js';

export const callLink: Translation<typeof callLinkWords> = {
  'link.call': (number) => `呼叫 ${number}`,
  'link.noNumber': '没有可呼叫的号码',
  'link.badUserData': 'user-data 不是 JSON 对象，例如 {"order": "o-7"}。',
};
