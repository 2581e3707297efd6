import type { CommandName } from '../../sdk/index.js';
import type { AgentSession, StateListener } from '../../session/index.js';
import type { AgentState } from '../../state/index.js';

/**
 * What the other elements see of a `<sobot-agent>`: the element itself, stable from upgrade to removal, over any
 * number of sessions. So even a configuration that never led to a session can be told in place.
 */
export interface AgentHost extends Pick<HTMLElement, keyof EventTarget> {
  readonly state: AgentState;
  /** From start to stop; null else. */
  readonly session: AgentSession | null;
  readonly maskNumbers: boolean;
  /** The agent, as the page names him: by work number (`agentType` `0`) or by id (`1`). Targets of commands follow it. */
  readonly agent: string;
  readonly agentType: '0' | '1';
  readonly sandbox: boolean;
  /** The keys that give a command, as `aria-keyshortcuts` wants them; in kits of before there were none. */
  readonly keys?: ReadonlyMap<CommandName, string>;
  /** The page's own message names and the names that the kit knows: an object, or its JSON, which may be invalid. */
  readonly eventAliases: Readonly<Record<string, unknown>> | string | null;
  /** The page's own SDK; null where a script is loaded. */
  readonly sdk: object | null;
  readonly sdkSrc: string;
  readonly sysnum: string;
  /** Calls the listener after each change of the state, before its DOM events. */
  subscribe(listener: StateListener): () => void;
  start(): Promise<void>;
  stop(): void;
  /** Takes the phone back from another end: starts anew and logs in as before. */
  takeOver(): Promise<void>;
}
