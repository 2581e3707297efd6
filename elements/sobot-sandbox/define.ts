import '../../src/locales/index.js';
import { SobotSandbox } from './sobot-sandbox.js';

SobotSandbox.define();

export { SobotSandbox };
