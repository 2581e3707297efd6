import { SobotNetworkQuality } from './classes/sobot-network-quality.js';

SobotNetworkQuality.define();

export { SobotNetworkQuality };
