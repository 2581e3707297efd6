import '../../src/languages.js';
import { SobotWrapUp } from './sobot-wrap-up.js';

SobotWrapUp.define();

export { SobotWrapUp };
