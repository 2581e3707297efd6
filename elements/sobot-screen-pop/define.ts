import '../../src/languages.js';
import { SobotScreenPop } from './sobot-screen-pop.js';

SobotScreenPop.define();

export { SobotScreenPop };
