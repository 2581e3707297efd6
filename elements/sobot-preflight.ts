import { SobotPreflight } from './classes/sobot-preflight.js';

SobotPreflight.define();

export { SobotPreflight };
