import { SobotCallLog } from './classes/sobot-call-log.js';

SobotCallLog.define();

export { SobotCallLog };
