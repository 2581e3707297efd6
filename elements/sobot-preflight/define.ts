import '../../src/languages.js';
import { SobotPreflight } from './sobot-preflight.js';

SobotPreflight.define();

export { SobotPreflight };
