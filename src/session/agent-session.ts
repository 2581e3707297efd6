import type { InitFields } from '../sdk/index.js';
import type { SdkSource } from './sdk-source.js';
import type { TokenSource } from './token-manager.js';

export interface SessionOptions {
  /** Where the events go out; a page without elements leaves it out and listens on `session.target`. */
  target?: EventTarget;
  /** The SDK, or what loads it. */
  sdk: SdkSource;
  /** Asked at the start, and whenever the token in use has died. */
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
