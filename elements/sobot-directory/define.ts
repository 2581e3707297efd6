/** Registers `<sobot-directory>`. Entry point: `sobot-elements/elements/sobot-directory.js`. */
import '../../src/languages.js';
import { SobotDirectory } from './sobot-directory.js';

SobotDirectory.define();

export { SobotDirectory };
