import '../../src/languages.js';
import { SobotCallLink } from './sobot-call-link.js';

SobotCallLink.define();

export { SobotCallLink };
