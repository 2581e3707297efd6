/** Registers `<sobot-preflight>`. Entry point: `sobot-elements/elements/sobot-preflight.js`. */
import '../../src/languages.js';
import { SobotPreflight } from './sobot-preflight.js';

SobotPreflight.define();

export { SobotPreflight };
