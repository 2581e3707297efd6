/**
 * The outside facts that a session needs besides the SDK. They are few and come in at one place, so that another host
 * can supply its own.
 */
export interface SessionEnvironment {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The storage of this tab. It may throw. */
  readonly storage: () => Storage;
}

export const browserEnvironment: SessionEnvironment = {
  now: () => Date.now(),
  storage: () => globalThis.sessionStorage,
};
