/**
 * Registers `<sobot-network-quality>`. Entry point:
 * `sobot-elements/elements/sobot-network-quality.js`.
 */
import '../../src/languages.js';
import { SobotNetworkQuality } from './sobot-network-quality.js';

SobotNetworkQuality.define();

export { SobotNetworkQuality };
