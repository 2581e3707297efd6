/**
 * Status words of an agent, as the vendor's document defines them. They are not part of `src/sdk`,
 * because only the sandbox has to produce them: the vendor gives the field no list of values that a
 * kit could rely on.
 */

/**
 * The document's words for the work status, with their numbers in `queryAgents`. The document gives only number 1; the
 * other numbers are the sandbox's own.
 */
export const workStatusCodes = {
  offline: 0,
  ready: 1,
  occupied: 2,
  locking: 3,
  calling: 4,
  dialing: 5,
  talking: 6,
  holding: 7,
  sorting: 8,
} as const;

/**
 * Status word. `sorting` is after-call work, `calling` a ringing call, `locking` set by the
 * platform.
 */
export type WorkStatus = keyof typeof workStatusCodes;

/** Login state: 0 offline, 1 online, 2 do not disturb. A break is state 2 with the reason code of the break. */
export type AgentState = 0 | 1 | 2;

/** Reason code of a ready agent. The vendor's HTTP interface documents 0 for it. */
export const NO_REASON_CODE = 0;
export { DO_NOT_DISTURB_CODE } from '../../sdk/index.js';
