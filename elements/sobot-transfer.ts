import { SobotTransfer } from './classes/sobot-transfer.js';

SobotTransfer.define();

export { SobotTransfer };
