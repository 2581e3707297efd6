import type { softphoneWords } from '../en/softphone.js';
import type { Translation } from '../translation.js';

export const softphone: Translation<typeof softphoneWords> = {
  'softphone.sandbox': '演示环境',
  'softphone.login': '登录',
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
};
