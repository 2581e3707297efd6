import '../../src/languages.js';
import { SobotDialer } from './sobot-dialer.js';

SobotDialer.define();

export { SobotDialer };
