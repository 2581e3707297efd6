import { SobotScreenPop } from './classes/sobot-screen-pop.js';

SobotScreenPop.define();

export { SobotScreenPop };
