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

/**
 * An entry with the texts of its row. It is redacted when a text is first needed: a message that arrives while a call
 * rings must cost nothing until its row is drawn.
 */
export class DisplayEntry {
  /** A failed command, a warning or an error. */
  readonly hasFailed: boolean;
  readonly #redactor: Redactor;
  #redacted: EventLogEntry | undefined;
  #summary: string | undefined;

  /**
   * @param entry as it was logged; only `redacted` may be shown
   * @param isUnknown a message whose name neither the kit nor the page's aliases know
   */
  constructor(
    private readonly entry: EventLogEntry,
    readonly key: string,
    readonly isUnknown: boolean,
    redactor: Redactor,
  ) {
    const { kind, outcome } = entry;
    this.hasFailed = kind === 'error' || kind === 'warning' || (kind === 'answer' && outcome !== 'success');
    this.#redactor = redactor;
  }

  get kind(): EventLogEntry['kind'] {
    return this.entry.kind;
  }

  get name(): string {
    return this.entry.name;
  }

  /** The entry without secrets. The summary and the filter use it, so that neither finds a secret. */
  get redacted(): EventLogEntry {
    return (this.#redacted ??= redactEntry(this.entry, this.#redactor));
  }

  /** The data in one line. */
  get summary(): string {
    return (this.#summary ??= summarize(this.redacted.data));
  }

  /** Whether name, outcome or data contain a text in lower case. */
  includes(term: string): boolean {
    if (term === '') return true;
    return `${this.name} ${this.entry.outcome ?? ''} ${this.summary}`.toLowerCase().includes(term);
  }
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
    return entries.map((entry) => this.get(entry)).filter((each) => isOfKind(each, kind) && each.includes(term));
  }

  #create(entry: EventLogEntry): DisplayEntry {
    const isUnknown = entry.kind === 'message' && !isKnown(entry.name) && !this.isExplained(entry.name);
    return new DisplayEntry(entry, String((this.#count += 1)), isUnknown, this.redactor);
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
