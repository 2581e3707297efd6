import { SobotCallInfo } from './classes/sobot-call-info.js';

SobotCallInfo.define();

export { SobotCallInfo };
