import '../../src/locales/index.js';
import { SobotScreenPop } from './sobot-screen-pop.js';

SobotScreenPop.define();

export { SobotScreenPop };
