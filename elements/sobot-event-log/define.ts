/** Registers `<sobot-event-log>`. Entry point: `sobot-elements/elements/sobot-event-log.js`. */
import '../../src/languages.js';
import { SobotEventLog } from './sobot-event-log.js';

SobotEventLog.define();

export { SobotEventLog };
