import '../../src/locales/index.js';
import { SobotRoutes } from './sobot-routes.js';

SobotRoutes.define();

export { SobotRoutes };
