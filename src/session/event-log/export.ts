import type { AgentState } from '../../state/index.js';
import type { Cleaner } from './redact.js';
import type { Journal, JournalEntry } from './event-log.js';

export const DIAGNOSTICS_FORMAT = 'sobot-elements-diagnostics';
/** Raised when a reader of the version before could not read it any more; new fields don't raise it. */
export const DIAGNOSTICS_VERSION = 1;

/** Where a log was recorded. */
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

/** A diagnostics file: what `<sobot-event-log>` downloads and the embedded call centre replays. Never with a token. */
export interface Diagnostics {
  readonly format: typeof DIAGNOSTICS_FORMAT;
  readonly version: typeof DIAGNOSTICS_VERSION;
  /** The kit's version. */
  readonly kit: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** All but the last digits of numbers are made up; the same number is the same everywhere. */
  readonly masked: boolean;
  readonly browser: DiagnosticsBrowser;
  /** What the page has set on `<sobot-agent>`, secrets blotted out. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The state when the file was made. */
  readonly state: AgentState;
  /** How many older entries are no longer there. */
  readonly dropped: number;
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
}

const here = (): DiagnosticsBrowser => ({
  userAgent: navigator.userAgent,
  language: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  online: navigator.onLine,
  secureContext: isSecureContext,
  framed: window !== window.parent,
  page: location.origin + location.pathname,
});

/** The entry as it may be handed out. */
export const cleanEntry = (entry: JournalEntry, cleaner: Cleaner): JournalEntry => ({
  ...entry,
  ...('data' in entry ? { data: cleaner.value(entry.data) } : undefined),
});

/** Everything that somebody needs who wasn't there. */
export const diagnose = (
  journal: Journal,
  state: AgentState,
  { cleaner, settings, kit }: { cleaner: Cleaner; settings: Readonly<Record<string, unknown>>; kit: string },
): Diagnostics => ({
  format: DIAGNOSTICS_FORMAT,
  version: DIAGNOSTICS_VERSION,
  kit,
  createdAt: Date.now(),
  masked: cleaner.masks,
  browser: here(),
  settings: cleaner.value(settings) as Readonly<Record<string, unknown>>,
  state: cleaner.value(state) as AgentState,
  dropped: journal.dropped,
  entries: journal.entries.map((entry) => cleanEntry(entry, cleaner)),
});
