/**
 * Registers `<sobot-incoming-call>`. Entry point: `sobot-elements/elements/sobot-incoming-call.js`.
 */
import '../../src/languages.js';
import { SobotIncomingCall } from './sobot-incoming-call.js';

SobotIncomingCall.define();

export { SobotIncomingCall };
