import type { callControlsWords } from '../../../elements/sobot-call-controls/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const callControls: Translation<typeof callControlsWords> = {
  'controls.hangup': '挂断',
  'controls.hold': '保持',
  'controls.resume': '取消保持',
  'controls.mute': '静音',
  'controls.unmute': '取消静音',
  'controls.keypad': '键盘',
  'controls.transfer': '转接',
  'controls.closeTransfer': '收起转接',
  'controls.consult': '咨询',
  'controls.closeConsult': '收起咨询',
  'controls.survey': '满意度',
  'controls.surveyHint': '坐席侧将挂断，客户留在线上参加满意度评价',
  'controls.notes': '备注',
  'controls.closeNotes': '收起备注',
  'controls.consultation': '咨询',
  'controls.cancelConsult': '取消咨询',
  'controls.returnToCaller': '接回客户',
  'controls.completeTransfer': '完成转接',
  'controls.startConference': '三方通话',
  'controls.unanswered': '对方接听后可用',
};
