import { SobotSupervisor } from './classes/sobot-supervisor.js';

SobotSupervisor.define();

export { SobotSupervisor };
