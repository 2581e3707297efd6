import '../../src/languages.js';
import { SobotStatus } from './sobot-status.js';

SobotStatus.define();

export { SobotStatus };
