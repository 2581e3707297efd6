/**
 * The public side of a session: the interface `AgentSession` and the types of its options. The class behind it is
 * `session.ts`. Everything that a session publishes is plain data, and a command is a name with parameters, so that
 * another object, such as a mirror of another tab's session, can have the same type.
 */
import type {
  CommandName,
  CommandParams,
  CommandResult,
  commands,
  InitFields,
  MicrophoneProblem,
  SobotAgentSdk,
} from '../sdk/index.js';
import type { AgentState, DisabledReason, PartyInfo } from '../state/index.js';
import type { EventLog } from './event-log/event-log.js';
import type { SdkSource } from './sdk-source.js';
import type { CommandSource, SessionTarget } from './session-events.js';
import type { TokenSource } from './token-manager.js';

/** The parameters of a command by name, not checked yet. */
export type RawParams = Readonly<Record<string, unknown>>;

/** The method of one command. `params` is optional where the command has no required parameter. */
export type CommandMethod<N extends CommandName> =
  Record<never, never> extends CommandParams<N>
    ? (params?: CommandParams<N>) => Promise<CommandResult<N>>
    : (params: CommandParams<N>) => Promise<CommandResult<N>>;

/**
 * Every command of the vendor's document as a method that returns a promise: one per row of the command table. "Go to
 * definition" on `session.holdCall` leads to the row in `sdk/commands.ts`.
 */
export type CommandMethods = { [N in keyof typeof commands]: CommandMethod<N> };

/** Notes and disposition of a call, kept until its wrap-up is done. */
export interface WrapUpDraft {
  readonly notes: string;
  readonly disposition: string;
}

/** Called after each change of the state, before the DOM events of that change. */
export type StateListener = (state: AgentState, previous: AgentState) => void;

export interface SessionOptions {
  /** The target of the events; a page without elements omits it and listens on `session.target`. */
  target?: EventTarget;
  /** The SDK, or a function that loads it. */
  sdk: SdkSource;
  /** Called at the start, and whenever the token in use has expired. */
  token: TokenSource;
  /** `initAgent`'s parameters without token and callbacks (section "Initialization", table 1). */
  init: InitFields;
  /** Message names of the tenant, each with the documented name that it stands for. */
  eventAliases?: Readonly<Record<string, string>>;
  /** Milliseconds until an unanswered command fails; 15,000. */
  commandTimeout?: number;
  /** Milliseconds until loading and `initAgent` fail; 30,000. */
  loadTimeout?: number;
  /** Milliseconds until a request for a new token fails; 9,000. */
  tokenTimeout?: number;
}

/** One agent at one instance of the SDK: commands as promises, messages as state and DOM events. */
export interface AgentSession extends CommandMethods {
  /** Everything that is known; frozen, and a new object after each change. */
  readonly state: AgentState;
  /** The target of the events. */
  readonly target: SessionTarget;
  /** The event log, with the entries of earlier sessions of the same target. */
  readonly journal: EventLog;
  /** Company and agent as configured, as `company/agent`. */
  readonly owner: string;
  /** The SDK's instance; null while there is none. */
  readonly sdk: SobotAgentSdk | null;
  /** Notes and disposition of the running call, or else of the one in wrap-up. */
  readonly draft: WrapUpDraft;

  /** @returns the unsubscribe function */
  subscribe(listener: StateListener): () => void;

  /** The reason why a command certainly can't be executed now, for buttons; null if it may be tried. */
  obstacle(command: CommandName): DisabledReason | null;

  /**
   * Loads the SDK, gets a token, subscribes and initializes (section "Initialization"). A session that runs goes on; if its
   * token could not be renewed, that is tried again.
   * @throws SobotError `load`, `config` or `init`; the session can be started again
   */
  start(): Promise<void>;

  /** Releases the SDK and rejects pending commands. The agent stays logged in on the platform. */
  stop(): void;

  /**
   * Executes a command: dispatches the cancelable `sobot-command`, checks the parameters, calls the SDK.
   * @param params numbers may be strings; undocumented fields are passed on
   * @param source the element that executes it, null for script
   * @throws SobotError `refused`, `vetoed`, `invalid`, `command`, `timeout`, `displaced`, `disconnected`; each is also
   *   dispatched as `sobot-command-error`
   */
  execute<N extends CommandName>(command: N, params?: RawParams, source?: CommandSource): Promise<CommandResult<N>>;

  /** Saves notes and disposition. Ignored while there is neither call nor wrap-up. */
  saveDraft(draft: WrapUpDraft): void;

  /**
   * Sets the name and details of a party of a call; also after the call has ended.
   * @param number the party's number; the call's own number by default
   */
  identify(callId: string, party: PartyInfo, number?: string): void;

  /** Sets `state.microphone`. Ignored while there is no call, and forgotten with its end. */
  reportMicrophone(problem: MicrophoneProblem | null): void;

  /**
   * Passes a new token to the SDK (section "Initialization", `handleRefreshToken`).
   * @throws SobotError `refused` or `invalid`
   */
  refreshToken(token: string): void;

  /** Dispatches a `sobot-warning`: a non-fatal problem. */
  warn(code: string, message: string): void;
}
