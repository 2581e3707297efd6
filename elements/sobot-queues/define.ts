/** Registers `<sobot-queues>`. Entry point: `sobot-elements/elements/sobot-queues.js`. */
import '../../src/languages.js';
import { SobotQueues } from './sobot-queues.js';

SobotQueues.define();

export { SobotQueues };
