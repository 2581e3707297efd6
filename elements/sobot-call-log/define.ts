import '../../src/languages.js';
import { SobotCallLog } from './sobot-call-log.js';

SobotCallLog.define();

export { SobotCallLog };
