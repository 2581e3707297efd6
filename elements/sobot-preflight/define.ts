import '../../src/locales/index.js';
import { SobotPreflight } from './sobot-preflight.js';

SobotPreflight.define();

export { SobotPreflight };
