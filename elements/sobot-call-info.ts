import { SobotCallInfo } from './classes/sobot-call-info.js';

SobotCallInfo.define();

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-info': SobotCallInfo;
  }
}

export { SobotCallInfo };
