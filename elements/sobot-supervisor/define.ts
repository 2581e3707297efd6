import '../../src/languages.js';
import { SobotSupervisor } from './sobot-supervisor.js';

SobotSupervisor.define();

export { SobotSupervisor };
