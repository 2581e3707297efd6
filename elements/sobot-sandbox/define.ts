import '../../src/languages.js';
import { SobotSandbox } from './sobot-sandbox.js';

SobotSandbox.define();

export { SobotSandbox };
