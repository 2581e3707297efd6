import '../../src/locales/index.js';
import { SobotIncomingCall } from './sobot-incoming-call.js';

SobotIncomingCall.define();

export { SobotIncomingCall };
