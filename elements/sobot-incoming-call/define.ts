import '../../src/languages.js';
import { SobotIncomingCall } from './sobot-incoming-call.js';

SobotIncomingCall.define();

export { SobotIncomingCall };
