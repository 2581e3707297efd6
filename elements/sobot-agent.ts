import { SobotAgent } from './classes/sobot-agent.js';

SobotAgent.define();

export { SobotAgent };
