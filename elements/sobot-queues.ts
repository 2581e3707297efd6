import { SobotQueues } from './classes/sobot-queues.js';

SobotQueues.define();

export { SobotQueues };
