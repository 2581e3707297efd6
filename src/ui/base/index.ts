/** The base classes of the elements, and the search for the agent element of each. */
export type { AgentHost } from './agent-host.js';
export { agentRegistry } from './agent-registry.js';
export { BaseElement } from './base-element.js';
export { CommandController } from './command-controller.js';
export { LazyElement } from './lazy-element.js';
export { SobotElement } from './sobot-element.js';
export { shallowEqual } from './state-selector.js';
