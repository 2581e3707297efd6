/** The base classes of the elements, and how an element finds its agent. */
export type { AgentHost } from './agent-host.js';
export { agentRegistry } from './agent-registry.js';
export { BaseElement } from './base-element.js';
export { CommandController } from './command-controller.js';
export { SobotElement } from './sobot-element.js';
export { shallowEqual } from './state-selector.js';
