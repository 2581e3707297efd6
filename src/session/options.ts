import type { InitFields, SobotAgentSdk } from '../sdk/index.js';
import type { TokenSource } from './token.js';

export interface SessionOptions {
  /** Where the events go out; a page without elements leaves it out and listens on `session.target`. */
  target?: EventTarget;
  /** Gives the SDK's instance: loads it, or has it. */
  sdk: (signal: AbortSignal) => Promise<SobotAgentSdk>;
  token: TokenSource;
  /** `initAgent`'s parameters without token and callbacks (section "Initialization", table 1). */
  init: InitFields;
  /** The tenant's names of messages -> the names that the kit knows. */
  eventAliases?: Readonly<Record<string, string>>;
  /** Milliseconds until an unanswered command is given up. */
  commandTimeout?: number;
  /** Milliseconds until loading and `initAgent` are given up. */
  loadTimeout?: number;
  /** Milliseconds until a request for a new token is given up. */
  tokenTimeout?: number;
}
