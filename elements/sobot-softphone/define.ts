/** Registers `<sobot-softphone>`. Entry point: `sobot-elements/elements/sobot-softphone.js`. */
import '../../src/languages.js';
import { SobotSoftphone } from './sobot-softphone.js';

SobotSoftphone.define();

export { SobotSoftphone };
