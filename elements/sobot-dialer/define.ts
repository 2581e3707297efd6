/** Registers `<sobot-dialer>`. Entry point: `sobot-elements/elements/sobot-dialer.js`. */
import '../../src/languages.js';
import { SobotDialer } from './sobot-dialer.js';

SobotDialer.define();

export { SobotDialer };
