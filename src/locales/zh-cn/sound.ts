import type { soundWords } from '../../ui/audio/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const sound: Translation<typeof soundWords> = {
  'sound.blocked': '声音被阻止：您将听不到来电铃声。点击页面任意位置即可允许。',
  'sound.failed': '此页面没有声音输出：您将听不到来电铃声。请检查扬声器，然后点击页面任意位置。',
  'sound.allow': '允许声音',
};
