/**
 * The outside facts that a session needs besides the SDK. They are few and come in at one place, so that another host
 * can supply its own.
 */
import { pageClock, type Clock } from '../internal/index.js';

export interface SessionEnvironment {
  readonly clock: Clock;
  /** The storage of this tab. It may throw. */
  readonly storage: () => Storage;
}

export const browserEnvironment: SessionEnvironment = {
  clock: pageClock,
  storage: () => globalThis.sessionStorage,
};
