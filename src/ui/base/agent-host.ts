/**
 * The interface between `<sobot-agent>` and the other elements. Only this interface is shared
 * between two copies of the kit.
 */
import type { CommandName } from '../../sdk/index.js';
import type { AgentSession, StateListener } from '../../session/index.js';
import type { AgentState } from '../../state/index.js';

/**
 * The agent element as the other elements use it. It is the same object from upgrade to removal,
 * over any number of sessions, so that elements can also show a configuration that never led to a
 * session.
 */
export interface AgentHost extends Pick<HTMLElement, keyof EventTarget> {
  /** The state of the session; the initial state where there is none. */
  readonly state: AgentState;
  /** The session from start to stop; null at other times. */
  readonly session: AgentSession | null;
  /** Whether elements show the last digits of numbers only. */
  readonly maskNumbers: boolean;
  /** The agent as the page names them, by work number or by ID. */
  readonly agent: string;
  /**
   * Whether `agent` is a work number (`0`) or an ID (`1`). Targets of commands have the same type.
   */
  readonly agentType: '0' | '1';
  /** Whether the embedded call centre takes the SDK's place. */
  readonly sandbox: boolean;
  /**
   * The key combination of each command for `aria-keyshortcuts`. Absent in the agent element of an
   * older copy of the kit.
   */
  readonly keys?: ReadonlyMap<CommandName, string>;
  /**
   * The page's own message names and the names that the kit knows: an object, or its JSON, which
   * may be invalid.
   */
  readonly eventAliases: Readonly<Record<string, unknown>> | string | null;
  /**
   * Origins whose pages a screen pop may open besides the page's own, separated by spaces. Absent in the agent element of
   * an older copy of the kit.
   */
  readonly screenPopOrigins?: string;
  /** The page's own SDK; null where the kit loads the script. */
  readonly sdk: object | null;
  /** The address of the SDK's script; empty for the vendor's own. */
  readonly sdkSrc: string;
  /** The company's system number. */
  readonly sysnum: string;
  /**
   * Calls the listener after each change of the state, before its DOM events.
   * @returns unsubscribe function
   */
  subscribe(listener: StateListener): () => void;
  start(): Promise<void>;
  stop(): void;
  /** Connects again after another session displaced this one, and logs in as before. */
  takeOver(): Promise<void>;
}
