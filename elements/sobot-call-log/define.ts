/** Registers `<sobot-call-log>`. Entry point: `sobot-elements/elements/sobot-call-log.js`. */
import '../../src/languages.js';
import { SobotCallLog } from './sobot-call-log.js';

SobotCallLog.define();

export { SobotCallLog };
