/** Registers `<sobot-screen-pop>`. Entry point: `sobot-elements/elements/sobot-screen-pop.js`. */
import '../../src/languages.js';
import { SobotScreenPop } from './sobot-screen-pop.js';

SobotScreenPop.define();

export { SobotScreenPop };
