/** Automatic behavior: the steps that a simulated customer or colleague takes without being told. */

export interface BehaviorStep {
  /** Milliseconds since the telephone began to ring, or since the call was answered. */
  readonly after: number;
  readonly act: 'answers' | 'releases' | 'sends-digits';
  /** Digits of `sends-digits`. */
  readonly digits?: string;
}

export interface Behavior {
  /** Summary in English, for the control panel. */
  readonly description: string;
  /** Step after the telephone begins to ring. `null`: the number does not exist, and a call to it is refused. */
  readonly called: BehaviorStep | null;
  /** Step after the party answered, or was answered. */
  readonly answered?: BehaviorStep;
}

/** Delays the step after ringing by `ms` milliseconds. */
export const withDelay = (behavior: Behavior, ms: number): Behavior =>
  behavior.called ? { ...behavior, called: { ...behavior.called, after: behavior.called.after + ms } } : behavior;
