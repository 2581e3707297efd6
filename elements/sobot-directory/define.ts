import '../../src/languages.js';
import { SobotDirectory } from './sobot-directory.js';

SobotDirectory.define();

export { SobotDirectory };
