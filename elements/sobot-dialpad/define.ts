/** Registers `<sobot-dialpad>`. Entry point: `sobot-elements/elements/sobot-dialpad.js`. */
import '../../src/languages.js';
import { SobotDialpad } from './sobot-dialpad.js';

SobotDialpad.define();

export { SobotDialpad };
