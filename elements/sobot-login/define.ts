import '../../src/locales/index.js';
import { SobotLogin } from './sobot-login.js';

SobotLogin.define();

export { SobotLogin };
