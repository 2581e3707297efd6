import { SobotRoutes } from './classes/sobot-routes.js';

SobotRoutes.define();

export { SobotRoutes };
