import '../../src/locales/index.js';
import { SobotCallInfo } from './sobot-call-info.js';

SobotCallInfo.define();

export { SobotCallInfo };
