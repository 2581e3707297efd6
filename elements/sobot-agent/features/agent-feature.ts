/**
 * The contract between `<sobot-agent>` and its features. It has a file of its own, so that a feature depends neither on
 * the element nor on the list of features.
 */
import type { ReactiveController } from 'lit';
import type { CommandName } from '../../../src/sdk/index.js';
import type { AgentState } from '../../../src/state/index.js';
import type { AgentHost } from '../../../src/ui/base/index.js';
import type { AgentSettings } from '../agent-settings.js';

/** The agent element as its features see it: settings, session, state and events. */
export type FeatureHost = AgentSettings &
  AgentHost & {
    /** Keys of commands, as values of `aria-keyshortcuts`. The shortcuts write it, buttons read it. */
    readonly keys: Map<CommandName, string>;
  };

/**
 * An optional ability of `<sobot-agent>`. It is a reactive controller with one hook more. The host attaches it, so a
 * constructor neither calls `addController()` nor subscribes.
 */
export interface AgentFeature extends ReactiveController {
  /** Runs after each change of the state, before the DOM events of that change. */
  stateChanged?(state: AgentState): void;
}

export type FeatureClass = new (agent: FeatureHost) => AgentFeature;

/** Attaches a feature to its host, for as long as the host exists. */
export function attachFeature(agent: FeatureHost, feature: AgentFeature): void {
  agent.addController(feature);
  agent.subscribe((state) => feature.stateChanged?.(state));
}
