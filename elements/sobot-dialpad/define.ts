import '../../src/languages.js';
import { SobotDialpad } from './sobot-dialpad.js';

SobotDialpad.define();

export { SobotDialpad };
