/** Registers `<sobot-supervisor>`. Entry point: `sobot-elements/elements/sobot-supervisor.js`. */
import '../../src/languages.js';
import { SobotSupervisor } from './sobot-supervisor.js';

SobotSupervisor.define();

export { SobotSupervisor };
