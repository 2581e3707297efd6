import '../../src/locales/index.js';
import { SobotCallLog } from './sobot-call-log.js';

SobotCallLog.define();

export { SobotCallLog };
