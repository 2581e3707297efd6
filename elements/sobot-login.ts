import { SobotLogin } from './classes/sobot-login.js';

SobotLogin.define();

export { SobotLogin };
