import { SobotCallControls } from './classes/sobot-call-controls.js';

SobotCallControls.define();

export { SobotCallControls };
