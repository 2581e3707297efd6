/** Registers `<sobot-transfer>`. Entry point: `sobot-elements/elements/sobot-transfer.js`. */
import '../../src/languages.js';
import { SobotTransfer } from './sobot-transfer.js';

SobotTransfer.define();

export { SobotTransfer };
