import '../../src/locales/index.js';
import { SobotAgent } from './sobot-agent.js';

SobotAgent.define();

export { SobotAgent };
