import type { Param } from './checks.js';
import type { SdkResult } from './results.js';
import type { SignalType } from './signals.js';
import type { CallStatus, ConsultStatus, PresenceStatus } from './vocabulary.js';

/** When a command makes sense: every clause that is given must hold. No clause: always. */
export interface When {
  readonly presence?: readonly PresenceStatus[];
  readonly call?: readonly CallStatus[];
  readonly consult?: readonly ConsultStatus[];
  readonly muted?: boolean;
}

export type Params = Readonly<Record<string, Param<unknown, boolean>>>;

/** One method of the vendor's SDK. */
export interface CommandRow<P extends Params = Params, R extends SdkResult = SdkResult> {
  readonly params: P;
  /** When buttons for it are enabled. Programmatic calls are not held back by it: the SDK judges those. */
  readonly when: When;
  /** What its success tells the state. */
  readonly signal?: SignalType;
  /** Checks that concern several parameters; throws {@link ParamError}. */
  readonly validate?: (params: Readonly<Record<string, unknown>>) => void;
  /** One wish, several requests, sent in order. */
  readonly split?: (params: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>[];
  /** Only for the type of the result; never set. */
  readonly result?: R;
}

/** A failed check that knows its parameter. */
export class ParamError extends Error {
  constructor(
    readonly param: string,
    message: string,
  ) {
    super(message);
  }
}

type RequiredKeys<P extends Params> = { [K in keyof P]: P[K] extends Param<unknown, true> ? K : never }[keyof P];
type Value<T> = T extends Param<infer V, boolean> ? V : never;

/** What a caller passes: numbers may be strings and strings numbers, the checks make them what the SDK wants. */
type Loose<V> = V extends number ? number | string : V extends boolean ? boolean | 'true' | 'false' : V;

export type ParamsOf<P extends Params> = { [K in RequiredKeys<P>]: Loose<Value<P[K]>> } & {
  [K in Exclude<keyof P, RequiredKeys<P>>]?: Loose<Value<P[K]>> | undefined;
};
