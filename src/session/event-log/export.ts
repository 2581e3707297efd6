/**
 * The diagnostics file: the event log with state, settings and browser, redacted. `<sobot-event-log>` downloads it, and
 * the sandbox replays it.
 */
import type { AgentState } from '../../state/index.js';
import type { EventLog, EventLogEntry } from './event-log.js';
import type { Redactor } from './redact.js';

const DIAGNOSTICS_FORMAT = 'sobot-elements-diagnostics';
/** Raised when a reader of the version before can't read the file any more. New fields don't raise it. */
const DIAGNOSTICS_VERSION = 1;

/** The browser that recorded a log. */
export interface DiagnosticsBrowser {
  readonly userAgent: string;
  readonly language: string;
  readonly timeZone: string;
  readonly online: boolean;
  readonly secureContext: boolean;
  /** Within an iframe. */
  readonly framed: boolean;
  /** The page's address without query and fragment. */
  readonly page: string;
}

/** A diagnostics file. It never contains a token. */
export interface Diagnostics {
  readonly format: typeof DIAGNOSTICS_FORMAT;
  readonly version: typeof DIAGNOSTICS_VERSION;
  /** The kit's version. */
  readonly kit: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Whether all but the last digits of numbers are replaced. The same number is the same everywhere. */
  readonly masked: boolean;
  readonly browser: DiagnosticsBrowser;
  /** The properties of `<sobot-agent>` that the page has set, redacted. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The state when the file was created. */
  readonly state: AgentState;
  /** The number of older entries that were dropped. */
  readonly dropped: number;
  /** Oldest first. */
  readonly entries: readonly EventLogEntry[];
}

export interface DiagnosticsOptions {
  readonly redactor: Redactor;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The kit's version. */
  readonly kit: string;
}

const thisBrowser = (): DiagnosticsBrowser => ({
  userAgent: navigator.userAgent,
  language: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  online: navigator.onLine,
  secureContext: isSecureContext,
  framed: window !== window.parent,
  page: location.origin + location.pathname,
});

export const redactEntry = (entry: EventLogEntry, redactor: Redactor): EventLogEntry => ({
  ...entry,
  ...('data' in entry ? { data: redactor.value(entry.data) } : undefined),
});

export const createDiagnostics = (
  log: EventLog,
  state: AgentState,
  { redactor, settings, kit }: DiagnosticsOptions,
): Diagnostics => ({
  format: DIAGNOSTICS_FORMAT,
  version: DIAGNOSTICS_VERSION,
  kit,
  createdAt: Date.now(),
  masked: redactor.masksNumbers,
  browser: thisBrowser(),
  settings: redactor.value(settings) as Readonly<Record<string, unknown>>,
  state: redactor.value(state) as AgentState,
  dropped: log.dropped,
  entries: log.entries.map((entry) => redactEntry(entry, redactor)),
});
