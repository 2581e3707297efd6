/**
 * Automatic behavior: the steps that a simulated customer or colleague takes by itself. It is data,
 * so that a table of numbers describes a party completely, and the control panel can show it.
 */

/**
 * One step. A step is cancelled when the party acts otherwise before, by a method of the call
 * centre.
 */
export interface BehaviorStep {
  /** Milliseconds since the telephone began to ring, or since the call was answered. */
  readonly after: number;
  /** `releases` declines a ringing call, and hangs up an answered one. */
  readonly act: 'answers' | 'releases' | 'sends-digits';
  /** Digits of `sends-digits`. */
  readonly digits?: string;
}

/** Behavior of a party: at most one step while the telephone rings, and one during the call. */
export interface Behavior {
  /** Summary in English, for the control panel. */
  readonly description: string;
  /** Step after the telephone begins to ring. `null`: the number does not exist, and a call to it is refused. */
  readonly called: BehaviorStep | null;
  /** Step after the call was answered. Absent: the party stays until the other side hangs up. */
  readonly answered?: BehaviorStep;
}

/** Delays the step after ringing by `ms` milliseconds. */
export const withDelay = (behavior: Behavior, ms: number): Behavior =>
  behavior.called ? { ...behavior, called: { ...behavior.called, after: behavior.called.after + ms } } : behavior;
