import { SobotDialer } from './classes/sobot-dialer.js';

SobotDialer.define();

export { SobotDialer };
