import { SobotCallLink } from './classes/sobot-call-link.js';

SobotCallLink.define();

export { SobotCallLink };
