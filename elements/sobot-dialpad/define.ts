import '../../src/locales/index.js';
import { SobotDialpad } from './sobot-dialpad.js';

SobotDialpad.define();

export { SobotDialpad };
