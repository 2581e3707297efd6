import '../../src/languages.js';
import { SobotQueues } from './sobot-queues.js';

SobotQueues.define();

export { SobotQueues };
