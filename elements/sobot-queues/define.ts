import '../../src/locales/index.js';
import { SobotQueues } from './sobot-queues.js';

SobotQueues.define();

export { SobotQueues };
