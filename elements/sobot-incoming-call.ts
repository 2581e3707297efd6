import { SobotIncomingCall } from './classes/sobot-incoming-call.js';

SobotIncomingCall.define();

declare global {
  interface HTMLElementTagNameMap {
    'sobot-incoming-call': SobotIncomingCall;
  }
}

export { SobotIncomingCall };
