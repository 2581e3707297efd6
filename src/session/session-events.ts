import type { CommandName, CommandParams, CommandResult, SdkEventMap, SdkMessage, SobotError } from '../sdk/index.js';
import type { AgentState, CallSummary, Phase } from '../state/index.js';

/** Who asked for a command: the element, or null for script. */
export type CommandSource = Element | null;

/** `detail` of the kit's own events; all are dispatched on the session's target, bubbling and composed. */
export interface KitEventDetails {
  /** Every SDK message, known or not: the SDK's own object. */
  'sobot-event': SdkMessage;
  'sobot-phase-change': { phase: Phase; previous: Phase };
  /** `cause`: the SDK message, or the name of the command, that did it; null where neither did. */
  'sobot-state-change': { state: AgentState; previous: AgentState; cause: SdkMessage | CommandName | null };
  'sobot-call-started': CallSummary;
  'sobot-call-connected': CallSummary;
  'sobot-call-ended': CallSummary;
  'sobot-wrap-up-done': { call: CallSummary; notes: string; disposition: string };
  /** Cancelable; `params` may be edited. */
  'sobot-command': { command: CommandName; params: Record<string, unknown>; source: CommandSource };
  'sobot-command-error': { command: CommandName; params: Record<string, unknown>; error: SobotError };
  'sobot-error': { error: SobotError };
  'sobot-warning': { code: string; message: string };
  'sobot-token-request': { respondWith(token: Promise<string> | string): void };
}

export type KitEventMap = { [N in keyof KitEventDetails]: CustomEvent<KitEventDetails[N]> };

/** Every event that a session sends, with its type. */
export interface SessionEventMap extends KitEventMap, SdkEventMap {}

/** What the events of a session come from. A message that the kit doesn't know goes out as well, as a plain `Event`. */
export interface SessionTarget extends EventTarget {
  addEventListener<N extends keyof SessionEventMap>(
    type: N,
    listener: (event: SessionEventMap[N]) => void,
    options?: AddEventListenerOptions | boolean,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
}

/** Every command of the vendor's document as a method that returns a promise. */
export type CommandMethods = {
  [N in CommandName]: Record<never, never> extends CommandParams<N>
    ? (params?: CommandParams<N>) => Promise<CommandResult<N>>
    : (params: CommandParams<N>) => Promise<CommandResult<N>>;
};

/** Notes and disposition of a call, kept until the wrap-up is done. */
export interface WrapUpDraft {
  readonly notes: string;
  readonly disposition: string;
}
