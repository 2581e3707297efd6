import '../../src/languages.js';
import { SobotRoutes } from './sobot-routes.js';

SobotRoutes.define();

export { SobotRoutes };
