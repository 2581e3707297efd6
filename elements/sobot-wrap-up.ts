import { SobotWrapUp } from './classes/sobot-wrap-up.js';

SobotWrapUp.define();

export { SobotWrapUp };
