/** Registers `<sobot-call-info>`. Entry point: `sobot-elements/elements/sobot-call-info.js`. */
import '../../src/languages.js';
import { SobotCallInfo } from './sobot-call-info.js';

SobotCallInfo.define();

export { SobotCallInfo };
