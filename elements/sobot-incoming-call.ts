import { SobotIncomingCall } from './classes/sobot-incoming-call.js';

SobotIncomingCall.define();

export { SobotIncomingCall };
