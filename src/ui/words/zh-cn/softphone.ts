import type { softphoneWords } from '../en/softphone.js';
import type { Translation } from '../translation.js';

export const softphone: Translation<typeof softphoneWords> = {
  'softphone.sandbox': '演示环境',
  'softphone.loading': '正在连接…',
  'softphone.idle': '电话尚未启动。',
  'softphone.start': '启动',
  'softphone.failed': '电话无法启动',
  'softphone.displaced': '正在其他终端使用',
  'softphone.displacedText': '您已在其他地方登录，来电会转到那里。',
  'softphone.takeOver': '在此处接管',
  'softphone.offline': '网络已断开，恢复后电话将继续工作。',
  'softphone.reconnecting': '正在重新连接…',
  'softphone.routes': '外呼路由',
  'softphone.phone': '电话',
  'softphone.somebody': '未知号码',
  'softphone.says.login': '已退出登录',
  'softphone.says.dialer': '当前没有通话',
  'softphone.says.dialing': (who) => `正在呼叫 ${who}`,
  'softphone.says.ringing': (who) => `${who} 正在振铃`,
  'softphone.says.talking': (who) => `正在与 ${who} 通话`,
  'softphone.says.held': (who) => `${who} 已被保持`,
  'softphone.says.assumed': (who) => `与 ${who} 通话中`,
  'softphone.says.muted': '您的麦克风已静音',
  'softphone.says.wrapUp': '通话已结束，话后整理中',
};
