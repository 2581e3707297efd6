import type { CommandName, CommandResult } from './commands.js';
import type { SdkMessage } from './messages.js';

/** The callbacks that every method of the SDK takes. */
export interface SdkCallbacks<R = unknown> {
  success?: (result: R) => void;
  error?: (cause: unknown) => void;
}

/** Parameters of `initAgent` but the secret one (section "Initialization", table 1). The vendor reads further fields. */
export interface InitFields {
  companyId: string;
  /** Work number or id, as `agentType` says. */
  agent: string;
  /** `0` work number, `1` id. */
  agentType?: string;
  allowStorageListen?: boolean;
  [field: string]: unknown;
}

export interface InitAgentOptions extends InitFields, SdkCallbacks {
  token: string;
}

export type SdkListener = (message: SdkMessage) => void;

export type SdkMethod<N extends CommandName> = (
  options: Readonly<Record<string, unknown>> & SdkCallbacks<CommandResult<N>>,
) => unknown;

/** An instance of the vendor's `SobotClient.agent`, as far as it is documented. Methods may throw, and say nothing. */
export type SobotAgentSdk = {
  initAgent(options: InitAgentOptions): unknown;
  on(event: string, listener: SdkListener): unknown;
  off(event: string, listener?: SdkListener): unknown;
  handleRefreshToken?(token: string): unknown;
} & { [N in CommandName]: SdkMethod<N> };

/** What the vendor's script puts on the page: `window.SobotClient`. */
export interface SobotClient {
  agent: new () => SobotAgentSdk;
}
