/**
 * Registers `<sobot-agent>`. Entry point: `sobot-elements/elements/sobot-agent.js`.
 * The class itself has no side effects, so a page can subclass it or define it under another name.
 */
import '../../src/languages.js';
import { SobotAgent } from './sobot-agent.js';

SobotAgent.define();

export { SobotAgent };
