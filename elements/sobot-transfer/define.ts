import '../../src/locales/index.js';
import { SobotTransfer } from './sobot-transfer.js';

SobotTransfer.define();

export { SobotTransfer };
