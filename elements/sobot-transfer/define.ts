import '../../src/languages.js';
import { SobotTransfer } from './sobot-transfer.js';

SobotTransfer.define();

export { SobotTransfer };
