import '../../src/locales/index.js';
import { SobotEventLog } from './sobot-event-log.js';

SobotEventLog.define();

export { SobotEventLog };
