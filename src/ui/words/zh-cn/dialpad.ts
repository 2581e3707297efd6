import type { dialpadWords } from '../en/dialpad.js';
import type { Translation } from '../translation.js';

export const dialpad: Translation<typeof dialpadWords> = {
  'dialpad.label': '键盘',
  'dialpad.star': '星号',
  'dialpad.pound': '井号',
  'dialpad.sent': '已发送的按键',
};
