import { SobotDirectory } from './classes/sobot-directory.js';

SobotDirectory.define();

export { SobotDirectory };
