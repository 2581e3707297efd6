import { SobotSandbox } from './classes/sobot-sandbox.js';

SobotSandbox.define();

export { SobotSandbox };
