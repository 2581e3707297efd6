import '../../src/locales/index.js';
import { SobotDirectory } from './sobot-directory.js';

SobotDirectory.define();

export { SobotDirectory };
