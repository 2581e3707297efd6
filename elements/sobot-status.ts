import { SobotStatus } from './classes/sobot-status.js';

SobotStatus.define();

export { SobotStatus };
