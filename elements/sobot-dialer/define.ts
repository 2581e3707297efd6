import '../../src/locales/index.js';
import { SobotDialer } from './sobot-dialer.js';

SobotDialer.define();

export { SobotDialer };
