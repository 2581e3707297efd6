/**
 * Registers `<sobot-call-controls>`. Entry point: `sobot-elements/elements/sobot-call-controls.js`.
 */
import '../../src/languages.js';
import { SobotCallControls } from './sobot-call-controls.js';

SobotCallControls.define();

export { SobotCallControls };
