import '../../src/languages.js';
import { SobotSoftphone } from './sobot-softphone.js';

SobotSoftphone.define();

export { SobotSoftphone };
