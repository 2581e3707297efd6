import type { dialpadWords } from '../../../elements/sobot-dialpad/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const dialpad: Translation<typeof dialpadWords> = {
  'dialpad.label': '键盘',
  'dialpad.star': '星号',
  'dialpad.pound': '井号',
  'dialpad.sent': '已发送的按键',
};
