/**
 * The entry point `sobot-elements/session`: the phone without elements, for pages that have an
 * interface of their own.
 * Types of the state and the SDK are exported here, too, because `src/state` and `src/sdk` are no
 * entry points.
 */
import type { AgentSession as AgentSessionInterface, SessionOptions } from './agent-session.js';
import { Session } from './session.js';

export type AgentSession = AgentSessionInterface;
/** Creates a session: `new AgentSession({ sdk, init, token })`. */
export const AgentSession: new (options: SessionOptions) => AgentSession = Session;

export type {
  CommandMethod,
  CommandMethods,
  RawParams,
  SessionOptions,
  StateListener,
  WrapUpDraft,
} from './agent-session.js';
export { kitEvent } from './event-dispatcher.js';
export type { Diagnostics, DiagnosticsBrowser } from './event-log/export.js';
export type { EventLog, EventLogEntry } from './event-log/event-log.js';
/** @deprecated The names of the first release. */
export type { EventLog as Journal, EventLogEntry as JournalEntry } from './event-log/event-log.js';
export { fetchToken } from './fetch-token.js';
export type { SdkLoader, SdkSource } from './sdk-source.js';
export type * from './session-events.js';
export type { TokenSource } from './token-manager.js';
export { loadSdk, SobotError } from '../sdk/index.js';
export { callStatus as callWord, consultStatus as consultWord } from '../state/index.js';
export type * from '../state/index.js';
export type { DisabledReason as Obstacle, PartyInfo as Known } from '../state/index.js';
