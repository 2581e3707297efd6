import type { supervisorWords } from '../../../elements/sobot-supervisor/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const supervisor: Translation<typeof supervisorWords> = {
  'supervisor.forceLogout': '强制退出',
  'supervisor.forceLogoutAsk': (name) => `强制 ${name} 退出登录？`,
  'supervisor.forceLogoutText': (name) => `${name} 将退出登录，再次登录前不会收到来电。`,
  'supervisor.forceLogoutDone': (name) => `${name} 已退出登录。`,
  'supervisor.forceBusy': '强制置忙',
  'supervisor.forceBusyAsk': (name) => `强制 ${name} 置忙？`,
  'supervisor.forceBusyText': (name) => `${name} 将被置忙，恢复空闲前不会收到来电。`,
  'supervisor.forceBusyDone': (name) => `${name} 已置忙。`,
  'supervisor.forceReady': '强制置闲',
  'supervisor.forceReadyAsk': (name) => `强制 ${name} 置闲？`,
  'supervisor.forceReadyText': (name) => `${name} 将被置闲，可能立即收到来电。`,
  'supervisor.forceReadyDone': (name) => `${name} 已置闲。`,
};
