import '../../src/languages.js';
import { SobotNetworkQuality } from './sobot-network-quality.js';

SobotNetworkQuality.define();

export { SobotNetworkQuality };
