import '../../src/languages.js';
import { SobotCallControls } from './sobot-call-controls.js';

SobotCallControls.define();

export { SobotCallControls };
