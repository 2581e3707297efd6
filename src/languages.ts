/**
 * Registers the languages of the kit: each is a file that is loaded when an element first needs it. Every entry point
 * imports this module for its effect. English needs no file, because it lies beside each element.
 */
import { registerMessages } from './ui/i18n/index.js';

registerMessages('zh', () => import('./locales/zh-cn.js').then(({ zhCn }) => zhCn));
