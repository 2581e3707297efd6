import { SobotDialpad } from './classes/sobot-dialpad.js';

SobotDialpad.define();

export { SobotDialpad };
