import '../../src/languages.js';
import { SobotAgent } from './sobot-agent.js';

SobotAgent.define();

export { SobotAgent };
