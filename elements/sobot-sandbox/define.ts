/** Registers `<sobot-sandbox>`. Entry point: `sobot-elements/elements/sobot-sandbox.js`. */
import '../../src/languages.js';
import { SobotSandbox } from './sobot-sandbox.js';

SobotSandbox.define();

export { SobotSandbox };
