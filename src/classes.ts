/**
 * Entry point with the class of every element, for subclasses and scoped registries. It registers
 * none: they call `define()` with a tag or a registry of their own. The main entry point,
 * `index.ts`, registers all.
 *
 * Languages register themselves, because a class needs its texts wherever it is defined.
 *
 * A test compares the list with the folders of the elements.
 */
import './languages.js';

export { SobotAgent } from '../elements/sobot-agent/sobot-agent.js';
export { SobotCallControls } from '../elements/sobot-call-controls/sobot-call-controls.js';
export { SobotCallInfo } from '../elements/sobot-call-info/sobot-call-info.js';
export { SobotCallLink } from '../elements/sobot-call-link/sobot-call-link.js';
export { SobotCallLog } from '../elements/sobot-call-log/sobot-call-log.js';
export { SobotDialer } from '../elements/sobot-dialer/sobot-dialer.js';
export { SobotDialpad } from '../elements/sobot-dialpad/sobot-dialpad.js';
export { SobotDirectory } from '../elements/sobot-directory/sobot-directory.js';
export { SobotEventLog } from '../elements/sobot-event-log/sobot-event-log.js';
export { SobotIncomingCall } from '../elements/sobot-incoming-call/sobot-incoming-call.js';
export { SobotLogin } from '../elements/sobot-login/sobot-login.js';
export { SobotNetworkQuality } from '../elements/sobot-network-quality/sobot-network-quality.js';
export { SobotQueues } from '../elements/sobot-queues/sobot-queues.js';
export {
  SobotPreflight,
  type PreflightCheck,
  type PreflightResult,
} from '../elements/sobot-preflight/sobot-preflight.js';
export { SobotRoutes } from '../elements/sobot-routes/sobot-routes.js';
export { SobotSandbox } from '../elements/sobot-sandbox/sobot-sandbox.js';
export { SobotScreenPop } from '../elements/sobot-screen-pop/sobot-screen-pop.js';
export { SobotSoftphone } from '../elements/sobot-softphone/sobot-softphone.js';
export { SobotStatus } from '../elements/sobot-status/sobot-status.js';
export { SobotSupervisor } from '../elements/sobot-supervisor/sobot-supervisor.js';
export { SobotTransfer } from '../elements/sobot-transfer/sobot-transfer.js';
export { SobotWrapUp } from '../elements/sobot-wrap-up/sobot-wrap-up.js';
export { SobotElement } from './ui/base/index.js';
