/** Registers the languages of the kit. Each is a file that is loaded when an element first needs it. */
import { registerMessages } from '../ui/i18n/index.js';

registerMessages('zh', () => import('./zh-cn.js').then(({ zhCn }) => zhCn));
