import '../../src/locales/index.js';
import { SobotSupervisor } from './sobot-supervisor.js';

SobotSupervisor.define();

export { SobotSupervisor };
