import { SobotCallControls } from './classes/sobot-call-controls.js';

SobotCallControls.define();

declare global {
  interface HTMLElementTagNameMap {
    'sobot-call-controls': SobotCallControls;
  }
}

export { SobotCallControls };
