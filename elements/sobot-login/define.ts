import '../../src/languages.js';
import { SobotLogin } from './sobot-login.js';

SobotLogin.define();

export { SobotLogin };
