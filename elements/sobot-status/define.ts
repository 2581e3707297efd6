/** Registers `<sobot-status>`. Entry point: `sobot-elements/elements/sobot-status.js`. */
import '../../src/languages.js';
import { SobotStatus } from './sobot-status.js';

SobotStatus.define();

export { SobotStatus };
