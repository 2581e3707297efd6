import { SobotDialpad } from './sobot-dialpad.js';

SobotDialpad.define();

export { SobotDialpad };
