/**
 * Types of the command table. They are separate from the table, because the table needs them to
 * infer the parameters and results of each command, and other areas need them without the table.
 */
import type { Param } from './checks.js';
import type { SdkResult } from './results.js';
import type { SignalType } from './signals.js';
import type { CallStatus, ConsultStatus, PresenceStatus } from './vocabulary.js';

/**
 * State in which a command makes sense: every given condition must hold. Without conditions it
 * always does.
 */
export interface When {
  readonly presence?: readonly PresenceStatus[];
  readonly call?: readonly CallStatus[];
  readonly consult?: readonly ConsultStatus[];
  readonly muted?: boolean;
}

export type Params = Readonly<Record<string, Param<unknown, boolean>>>;

/**
 * One method of the SDK. `signal`, `validate` and `split` are absent where a command needs none.
 */
export interface CommandRow<P extends Params = Params, R extends SdkResult = SdkResult> {
  /** Heading of the section in the vendor's document. */
  readonly source: string;
  /**
   * Documented parameters. Undocumented ones are passed on unchecked, because the platform may know
   * them.
   */
  readonly params: P;
  /**
   * Condition for enabling controls. Calls from script are sent regardless: the state of the page
   * may be wrong, and the platform decides.
   */
  readonly when: When;
  /** Signal of a success. It changes the state even if the message about it never arrives. */
  readonly signal?: SignalType;
  /** Checks parameters that depend on each other. Throws {@link ParamError}. */
  readonly validate?: (params: Readonly<Record<string, unknown>>) => void;
  /**
   * Divides a command that exceeds a limit of the platform into requests, which are sent in order.
   */
  readonly split?: (params: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>[];
  /** Carries the type of the result, and is never set. */
  readonly result?: R;
}

/** Failed check of a row, with the name of the parameter that the caller has to change. */
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

/** Type that a caller may pass: attributes give strings, and the checks convert them. */
type Loose<V> = V extends number ? number | string : V extends boolean ? boolean | 'true' | 'false' : V;

/** Parameters of a row as a caller passes them: optional ones may be left out or undefined. */
export type ParamsOf<P extends Params> = { [K in RequiredKeys<P>]: Loose<Value<P[K]>> } & {
  [K in Exclude<keyof P, RequiredKeys<P>>]?: Loose<Value<P[K]>> | undefined;
};
