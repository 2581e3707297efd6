/**
 * Types of the vendor's objects. The vendor publishes none. The methods are derived from the
 * command table, so an SDK that a test or the sandbox supplies is checked against the same list.
 */
import type { CommandName, CommandResult } from './commands.js';
import type { SdkMessage } from './messages.js';

/**
 * Callbacks that every method takes. The document does not promise that one of them is called, or
 * only once.
 */
export interface SdkCallbacks<R = unknown> {
  success?: (result: R) => void;
  error?: (cause: unknown) => void;
}

/**
 * Parameters of `initAgent` without the secret one, so that they can be logged (section
 * "Initialization", table 1). The vendor reads further, undocumented fields.
 */
export interface InitFields {
  /** Code of the company, 32 hexadecimal digits. */
  companyId: string;
  /** Work number or id, depending on `agentType`. */
  agent: string;
  /** `0` work number, which is the default, `1` id. */
  agentType?: string;
  /** Allows outbound calls from several tabs. */
  allowStorageListen?: boolean;
  [field: string]: unknown;
}

export interface InitAgentOptions extends InitFields, SdkCallbacks {
  /**
   * Agent token, which a server of the company obtains. It must not appear in logs, errors or
   * files.
   */
  token: string;
}

export type SdkListener = (message: SdkMessage) => void;

/** A command of the SDK. Its return value is not documented; a promise is accepted. */
export type SdkMethod<N extends CommandName> = (
  options: Readonly<Record<string, unknown>> & SdkCallbacks<CommandResult<N>>,
) => unknown;

/**
 * Instance of the vendor's `SobotClient.agent`, as far as it is documented. Any method may throw.
 */
export type SobotAgentSdk = {
  initAgent(options: InitAgentOptions): unknown;
  on(event: string, listener: SdkListener): unknown;
  /**
   * Removes one listener, or all listeners of the event: other code may have subscribed too, so the
   * kit names its own.
   */
  off(event: string, listener?: SdkListener): unknown;
  /**
   * Replaces an expired token. Optional, because the document has it only in a comment of an
   * example.
   */
  handleRefreshToken?(token: string): unknown;
} & { [N in CommandName]: SdkMethod<N> };

/** Global that the vendor's script defines: `window.SobotClient`. */
export interface SobotClient {
  agent: new () => SobotAgentSdk;
}
