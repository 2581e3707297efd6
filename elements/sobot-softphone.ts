import { SobotSoftphone } from './classes/sobot-softphone.js';

SobotSoftphone.define();

export { SobotSoftphone };
