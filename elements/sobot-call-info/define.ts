import '../../src/languages.js';
import { SobotCallInfo } from './sobot-call-info.js';

SobotCallInfo.define();

export { SobotCallInfo };
