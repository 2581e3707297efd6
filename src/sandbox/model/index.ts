/** Data of the call centre, and the outside facts that it depends on: clock, random numbers, faults, media. */
export { withDelay, type Behavior, type BehaviorStep } from './behavior.js';
export { ManualClock, realClock, type Cancel, type Clock } from './clock.js';
export { customerOf, customers, type Customer } from './customers.js';
export {
  Agent,
  Call,
  consultLegOf,
  isConsulting,
  type AgentProfile,
  type Caller,
  type CallOptions,
  type Origin,
  type Party,
  type Target,
} from './entities.js';
export { isAffected, noFaults, type Faults, type Names, type QualityLetter } from './faults.js';
export type { AgentSound, MediaEvents, MediaPort, PartySound } from './media-port.js';
export {
  agentFields,
  agentStateInfo,
  callFields,
  thirdFields,
  workStatusInfo,
  wrapUpFields,
} from './message-fields.js';
export { Random } from './random.js';
export { Refusal } from './refusal.js';
export * as tenant from './tenant.js';
export { DO_NOT_DISTURB_CODE, NO_REASON_CODE, workStatusCodes, type WorkStatus } from './work-status.js';
