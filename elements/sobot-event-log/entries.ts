import { isKnown } from '../../src/sdk/index.js';
import { redactEntry, type Redactor } from '../../src/session/event-log/index.js';
import type { EventLogEntry } from '../../src/session/index.js';
import { isRecord } from '../../src/internal/index.js';

export const entryKinds = ['all', 'message', 'command', 'phone', 'trouble'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** An entry as it may be shown. */
export interface DisplayEntry extends EventLogEntry {
  readonly key: string;
  readonly isUnknown: boolean;
  readonly hasFailed: boolean;
  /** In one line. */
  readonly summary: string;
  /** In small letters, for the filter. */
  readonly searchText: string;
}

/** Fields that say nothing to a reader in one line. */
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

const toText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const idRank = ([key]: readonly [string, unknown]): number => Number(/ID$/.test(key));

/** What says most comes first. */
function summarize(data: unknown): string {
  if (!isRecord(data)) return toText(data);
  return Object.entries(data)
    .filter(([key, value]) => !omittedFields.has(key) && value !== '' && value !== null && value !== undefined)
    .sort((a, b) => idRank(a) - idRank(b))
    .map(([key, value]) => `${key} ${toText(value)}`)
    .join(', ');
}

/** Entries made fit to be shown, each once. */
export class DisplayEntries {
  readonly #displayed = new WeakMap<EventLogEntry, DisplayEntry>();
  #count = 0;

  constructor(
    readonly redactor: Redactor,
    /** The names that the page's aliases explain. */
    private readonly isExplained: (name: string) => boolean,
  ) {}

  get(entry: EventLogEntry): DisplayEntry {
    let displayed = this.#displayed.get(entry);
    if (!displayed) this.#displayed.set(entry, (displayed = this.#create(entry)));
    return displayed;
  }

  filter(entries: readonly EventLogEntry[], kind: EntryKind, search: string): readonly DisplayEntry[] {
    const term = search.trim().toLowerCase();
    return entries
      .map((entry) => this.get(entry))
      .filter((each) => isOfKind(each, kind) && (term === '' || each.searchText.includes(term)));
  }

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
