import '../../src/locales/index.js';
import { SobotSoftphone } from './sobot-softphone.js';

SobotSoftphone.define();

export { SobotSoftphone };
