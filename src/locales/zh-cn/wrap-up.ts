import type { wrapUpWords } from '../../../elements/sobot-wrap-up/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const wrapUp: Translation<typeof wrapUpWords> = {
  'wrapUp.title': '话后整理',
  'wrapUp.ended': '通话结束',
  'wrapUp.remaining': '剩余时间',
  'wrapUp.secondsLeft': (seconds) => `剩余 ${seconds} 秒`,
  'wrapUp.timeLeft': (time) => `剩余 ${time}`,
  'wrapUp.over': '时间已到',
  'wrapUp.soonOver': '话后整理将在 10 秒内结束',
  'wrapUp.extend': '延长',
  'wrapUp.extendBy': '延长时间',
  'wrapUp.seconds': (seconds) => `${seconds} 秒`,
  'wrapUp.minutes': (minutes) => `${minutes} 分钟`,
  'wrapUp.extended': (span) => `已延长 ${span}`,
  'wrapUp.finish': '完成',
  'wrapUp.finishBusy': '完成并置忙',
  'wrapUp.notes': '备注',
  'wrapUp.disposition': '处理结果',
  'wrapUp.noDisposition': '未选择',
  'wrapUp.badDispositions': 'dispositions 不是由文本组成的 JSON 数组，例如 ["已解决", "需回访"]。',
};
