import { SobotAgent, SobotCallLink, SobotEventLog, SobotSandbox, SobotScreenPop, SobotSoftphone } from './classes.js';

/** The softphone registers what it draws. */
for (const element of [SobotAgent, SobotEventLog, SobotSoftphone, SobotSandbox, SobotCallLink, SobotScreenPop])
  element.define();

export * from './classes.js';
export * from './sdk/index.js';
export { AgentSession } from './session/index.js';
export type * from './session/index.js';
export type * from './state/index.js';
export type { Phone } from './ui/phone.js';
