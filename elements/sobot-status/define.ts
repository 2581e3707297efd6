import '../../src/locales/index.js';
import { SobotStatus } from './sobot-status.js';

SobotStatus.define();

export { SobotStatus };
