import type { directoryWords } from '../../../elements/sobot-directory/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const directory: Translation<typeof directoryWords> = {
  'directory.call': '呼叫',
  'directory.callWhom': (name) => `呼叫 ${name}`,
  'directory.consult': '咨询',
  'directory.consultWhom': (name) => `咨询 ${name}`,
  'directory.self': '这是您自己',
  'directory.noExt': '该坐席没有已知的分机',
};
