import '../../src/languages.js';
import { SobotEventLog } from './sobot-event-log.js';

SobotEventLog.define();

export { SobotEventLog };
