import { isKnown } from '../../src/sdk/index.js';
import { redactEntry, type Redactor } from '../../src/session/event-log/index.js';
import type { EventLogEntry } from '../../src/session/index.js';
import { isRecord } from '../../src/internal/index.js';

export const kinds = ['all', 'message', 'command', 'phone', 'trouble'] as const;
export type Kind = (typeof kinds)[number];

/** An entry as it may be shown. */
export interface Shown extends EventLogEntry {
  readonly key: string;
  readonly unknown: boolean;
  readonly failed: boolean;
  /** In one line. */
  readonly brief: string;
  /** In small letters, for the filter. */
  readonly text: string;
}

/** Fields that say nothing to a reader in one line. */
const dull = new Set([
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

const word = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const isId = ([key]: readonly [string, unknown]): number => Number(/ID$/.test(key));

/** What says most comes first. */
function briefly(data: unknown): string {
  if (!isRecord(data)) return word(data);
  return Object.entries(data)
    .filter(([key, value]) => !dull.has(key) && value !== '' && value !== null && value !== undefined)
    .sort((a, b) => isId(a) - isId(b))
    .map(([key, value]) => `${key} ${word(value)}`)
    .join(', ');
}

/** Entries made fit to be shown, each once. */
export class Entries {
  readonly #shown = new WeakMap<EventLogEntry, Shown>();
  #count = 0;

  constructor(
    readonly redactor: Redactor,
    /** The names that the page's aliases explain. */
    private readonly explained: (name: string) => boolean,
  ) {}

  of(entry: EventLogEntry): Shown {
    let shown = this.#shown.get(entry);
    if (!shown) this.#shown.set(entry, (shown = this.#make(entry)));
    return shown;
  }

  matching(entries: readonly EventLogEntry[], kind: Kind, filter: string): readonly Shown[] {
    const wanted = filter.trim().toLowerCase();
    return entries
      .map((entry) => this.of(entry))
      .filter((each) => isOfKind(each, kind) && (wanted === '' || each.text.includes(wanted)));
  }

  #make(entry: EventLogEntry): Shown {
    const clean = redactEntry(entry, this.redactor);
    const brief = briefly(clean.data);
    return {
      ...clean,
      key: String((this.#count += 1)),
      unknown: entry.kind === 'message' && !isKnown(entry.name) && !this.explained(entry.name),
      failed:
        entry.kind === 'error' || entry.kind === 'warning' || (entry.kind === 'answer' && entry.outcome !== 'success'),
      brief,
      text: `${entry.name} ${entry.outcome ?? ''} ${brief}`.toLowerCase(),
    };
  }
}

function isOfKind({ kind, failed, unknown }: Shown, wanted: Kind): boolean {
  switch (wanted) {
    case 'all':
      return true;
    case 'message':
      return kind === 'message';
    case 'command':
      return kind === 'command' || kind === 'answer';
    case 'phone':
      return kind === 'phase' || kind === 'connection' || kind === 'warning' || kind === 'error';
    case 'trouble':
      return failed || unknown;
  }
}
