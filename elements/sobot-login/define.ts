/** Registers `<sobot-login>`. Entry point: `sobot-elements/elements/sobot-login.js`. */
import '../../src/languages.js';
import { SobotLogin } from './sobot-login.js';

SobotLogin.define();

export { SobotLogin };
