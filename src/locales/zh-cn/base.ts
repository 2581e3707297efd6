import type { baseWords } from '../../ui/i18n/base-messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const base: Translation<typeof baseWords> = {
  'base.noAgent': '此处没有电话：请将本元素放入 <sobot-agent> 内，或用 “for” 属性指定一个。',
  'base.tryAgain': '重试',
  'base.cancel': '取消',
  'base.busy': '处理中…',
  'why.not-started': '电话未连接',
  'why.displaced': '电话正在其他终端使用',
  'why.pending': '处理中',
  'why.logged-out': '请先登录',
  'why.not-ready': '仅在空闲状态下可用',
  'why.on-call': '通话中不可用',
  'why.no-call': '当前没有通话',
  'why.not-ringing': '当前没有来电',
  'why.not-talking': '仅在通话中可用',
  'why.not-held': '通话未保持',
  'why.already-muted': '麦克风已静音',
  'why.not-muted': '麦克风未静音',
  'why.no-consult': '当前没有咨询',
  'why.consulting': '咨询中不可用',
  'why.no-wrap-up': '当前没有话后整理',
};
