/** Registers `<sobot-call-link>`. Entry point: `sobot-elements/elements/sobot-call-link.js`. */
import '../../src/languages.js';
import { SobotCallLink } from './sobot-call-link.js';

SobotCallLink.define();

export { SobotCallLink };
