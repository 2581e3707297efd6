import type { callControlsWords } from '../en/call-controls.js';
import type { Translation } from '../translation.js';

export const callControls: Translation<typeof callControlsWords> = {
  'controls.hangup': '挂断',
  'controls.hold': '保持',
  'controls.resume': '取消保持',
  'controls.mute': '静音',
  'controls.unmute': '取消静音',
  'controls.keypad': '键盘',
  'controls.survey': '满意度',
  'controls.notes': '备注',
  'controls.closeNotes': '收起备注',
};
