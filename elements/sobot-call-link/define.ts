import '../../src/locales/index.js';
import { SobotCallLink } from './sobot-call-link.js';

SobotCallLink.define();

export { SobotCallLink };
