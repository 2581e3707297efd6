/** The entries of the log as the list shows them: redacted, summarized, and prepared for the filter. */
import { isKnown } from '../../src/sdk/index.js';
import { redactEntry, type Redactor } from '../../src/session/event-log/index.js';
import type { EventLogEntry } from '../../src/session/index.js';
import { isRecord } from '../../src/internal/index.js';

/**
 * The options of the select field, in its order. `phone` means phases, connection, warnings and
 * errors. `trouble` means everything that failed, and unknown messages.
 */
export const entryKinds = ['all', 'message', 'command', 'phone', 'trouble'] as const;
/** An option of the select field. */
export type EntryKind = (typeof entryKinds)[number];

/** A redacted entry with the texts of its row. */
export interface DisplayEntry extends EventLogEntry {
  /** The key of the row: unique in the view, and stable while older entries are dropped. */
  readonly key: string;
  /** A message whose name neither the kit nor the page's aliases know. */
  readonly isUnknown: boolean;
  /** A failed command, a warning or an error. */
  readonly hasFailed: boolean;
  /** The data in one line. */
  readonly summary: string;
  /** The text that the filter searches, in lower case. */
  readonly searchText: string;
}

/** Fields that are not in the summary, because they are in every message or are shown elsewhere in the row. */
const omittedFields = new Set([
  'messageID',
  'creationTime',
  'companyId',
  'referenceID',
  'status',
  'agentUUID',
  'name',
  'kind',
  'command',
]);

/** A value as text. Strings stay without quotes, because a row has little room. */
const toText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Sorts IDs behind the other fields: a row is cut at its end, and long IDs say least. */
const idRank = ([key]: readonly [string, unknown]): number => Number(/ID$/.test(key));

/** The fields of an entry in one line, without empty ones. */
function summarize(data: unknown): string {
  if (!isRecord(data)) return toText(data);
  return Object.entries(data)
    .filter(([key, value]) => !omittedFields.has(key) && value !== '' && value !== null && value !== undefined)
    .sort((a, b) => idRank(a) - idRank(b))
    .map(([key, value]) => `${key} ${toText(value)}`)
    .join(', ');
}

/** Creates the display of each entry once, because a log of a thousand entries is filtered at each message. */
export class DisplayEntries {
  readonly #displayed = new WeakMap<EventLogEntry, DisplayEntry>();
  #count = 0;

  constructor(
    readonly redactor: Redactor,
    /** Whether a name is one of the page's aliases. */
    private readonly isExplained: (name: string) => boolean,
  ) {}

  /** Returns the display of an entry, which is the same object each time. */
  get(entry: EventLogEntry): DisplayEntry {
    let displayed = this.#displayed.get(entry);
    if (!displayed) this.#displayed.set(entry, (displayed = this.#create(entry)));
    return displayed;
  }

  /** Returns the entries of a kind that contain a text, in their order. */
  filter(entries: readonly EventLogEntry[], kind: EntryKind, search: string): readonly DisplayEntry[] {
    const term = search.trim().toLowerCase();
    return entries
      .map((entry) => this.get(entry))
      .filter((each) => isOfKind(each, kind) && (term === '' || each.searchText.includes(term)));
  }

  /** Redacts first and summarizes then, so that the filter can't find a secret either. */
  #create(entry: EventLogEntry): DisplayEntry {
    const clean = redactEntry(entry, this.redactor);
    const summary = summarize(clean.data);
    return {
      ...clean,
      key: String((this.#count += 1)),
      isUnknown: entry.kind === 'message' && !isKnown(entry.name) && !this.isExplained(entry.name),
      hasFailed:
        entry.kind === 'error' || entry.kind === 'warning' || (entry.kind === 'answer' && entry.outcome !== 'success'),
      summary,
      searchText: `${entry.name} ${entry.outcome ?? ''} ${summary}`.toLowerCase(),
    };
  }
}

/** Whether an entry belongs to an option of the select field. */
function isOfKind({ kind, hasFailed, isUnknown }: DisplayEntry, filterKind: EntryKind): boolean {
  switch (filterKind) {
    case 'all':
      return true;
    case 'message':
      return kind === 'message';
    case 'command':
      return kind === 'command' || kind === 'answer';
    case 'phone':
      return kind === 'phase' || kind === 'connection' || kind === 'warning' || kind === 'error';
    case 'trouble':
      return hasFailed || isUnknown;
  }
}
