/** Registers `<sobot-wrap-up>`. Entry point: `sobot-elements/elements/sobot-wrap-up.js`. */
import '../../src/languages.js';
import { SobotWrapUp } from './sobot-wrap-up.js';

SobotWrapUp.define();

export { SobotWrapUp };
