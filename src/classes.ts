/** Every class, registered by nobody: for subclasses and for registries of one's own. */
export { SobotAgent } from '../elements/classes/sobot-agent.js';
export { SobotCallControls } from '../elements/classes/sobot-call-controls.js';
export { SobotCallInfo } from '../elements/classes/sobot-call-info.js';
export { SobotCallLink } from '../elements/classes/sobot-call-link.js';
export { SobotDialer } from '../elements/classes/sobot-dialer.js';
export { SobotDialpad } from '../elements/classes/sobot-dialpad.js';
export { SobotEventLog } from '../elements/classes/sobot-event-log.js';
export { SobotIncomingCall } from '../elements/classes/sobot-incoming-call.js';
export { SobotLogin } from '../elements/classes/sobot-login.js';
export { SobotNetworkQuality } from '../elements/classes/sobot-network-quality.js';
export { SobotRoutes } from '../elements/classes/sobot-routes.js';
export { SobotSandbox } from '../elements/classes/sobot-sandbox.js';
export { SobotScreenPop } from '../elements/classes/sobot-screen-pop.js';
export { SobotSoftphone } from '../elements/classes/sobot-softphone.js';
export { SobotStatus } from '../elements/classes/sobot-status.js';
export { SobotWrapUp } from '../elements/classes/sobot-wrap-up.js';
export { SobotElement } from './ui/element.js';
