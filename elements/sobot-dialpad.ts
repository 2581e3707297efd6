import { SobotDialpad } from './classes/sobot-dialpad.js';

SobotDialpad.define();

declare global {
  interface HTMLElementTagNameMap {
    'sobot-dialpad': SobotDialpad;
  }
}

export { SobotDialpad };
