/**
 * The DOM events of a session, with the types of their details.
 */
import type { CommandName, SdkEventMap, SdkMessage, SobotError } from '../sdk/index.js';
import type { AgentState, CallSummary, Phase } from '../state/index.js';

/** The element that executes a command, or null for script. */
export type CommandSource = Element | null;

/** The cause of a change of the state: an SDK message, the name of a command, or null for neither. */
export type StateChangeCause = SdkMessage | CommandName | null;

/** `detail` of the kit's own events; all are dispatched on the session's target, bubbling and composed. */
export interface KitEventDetails {
  /** Every SDK message, known or not: the SDK's own object. */
  'sobot-event': SdkMessage;
  'sobot-phase-change': { phase: Phase; previous: Phase };
  /** `cause`: the SDK message or the name of the command that changed the state; null for neither. */
  'sobot-state-change': { state: AgentState; previous: AgentState; cause: StateChangeCause };
  /** Dispatched once per call, as are the next two. */
  'sobot-call-started': CallSummary;
  'sobot-call-connected': CallSummary;
  'sobot-call-ended': CallSummary;
  /** The agent's notes and disposition; dispatched once per answered call. */
  'sobot-wrap-up-done': { call: CallSummary; notes: string; disposition: string };
  /** Cancelable; `params` may be edited. */
  'sobot-command': { command: CommandName; params: Record<string, unknown>; source: CommandSource };
  'sobot-command-error': { command: CommandName; params: Record<string, unknown>; error: SobotError };
  'sobot-error': { error: SobotError };
  /** A non-fatal problem. */
  'sobot-warning': { code: string; message: string };
  'sobot-token-request': { respondWith(token: Promise<string> | string): void };
}

export type KitEventMap = { [N in keyof KitEventDetails]: CustomEvent<KitEventDetails[N]> };

/** Every event that a session dispatches, with its type. */
export interface SessionEventMap extends KitEventMap, SdkEventMap {}

/** The target of a session's events. An unknown message is dispatched as well, typed as a plain `Event`. */
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
