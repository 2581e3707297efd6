import { SobotEventLog } from './classes/sobot-event-log.js';

SobotEventLog.define();

export { SobotEventLog };
