/** Registers `<sobot-routes>`. Entry point: `sobot-elements/elements/sobot-routes.js`. */
import '../../src/languages.js';
import { SobotRoutes } from './sobot-routes.js';

SobotRoutes.define();

export { SobotRoutes };
