/** Recording: the contents of a diagnostics file, and the check of a file that is read. */

import { isRecord, type Fields } from '../../internal/index.js';

/** The part of a diagnostics file of `<sobot-event-log>` that a replay reads. */
export interface Recording {
  readonly format: 'sobot-elements-diagnostics';
  readonly version: 1;
  readonly entries: readonly RecordedEntry[];
}

export interface RecordedEntry {
  /** Unix milliseconds. */
  readonly at: number;
  /** `message`, `command` and `answer` are replayed. Other kinds are ignored, because they follow from these. */
  readonly kind: string;
  readonly name: string;
  readonly data?: unknown;
  readonly request?: number;
  readonly outcome?: string;
  readonly duration?: number;
}

const invalidFile = (why: string): TypeError => new TypeError(`Not a diagnostics file of sobot-elements: ${why}.`);

function parseJson(log: unknown): unknown {
  if (typeof log !== 'string') return log;
  try {
    return JSON.parse(log);
  } catch {
    throw invalidFile('it is not JSON');
  }
}

function parseEntry(value: unknown, index: number): RecordedEntry {
  const isEntry =
    isRecord(value) &&
    Number.isFinite(value['at']) &&
    typeof value['kind'] === 'string' &&
    typeof value['name'] === 'string' &&
    (value['kind'] !== 'message' || isRecord(value['data']));
  if (!isEntry) throw invalidFile(`entry ${index + 1} is invalid`);
  return value as Fields & RecordedEntry;
}

/**
 * Reads a diagnostics file.
 * @param log the file, as a string or parsed
 * @throws TypeError for anything else, with the reason
 */
export function readRecording(log: unknown): Recording {
  const file = parseJson(log);
  if (!isRecord(file) || file['format'] !== 'sobot-elements-diagnostics') throw invalidFile('its format is unknown');
  if (file['version'] !== 1) throw invalidFile(`it has version ${String(file['version'])}, and 1 can be read`);
  if (!Array.isArray(file['entries'])) throw invalidFile('it has no entries');
  return { format: file['format'], version: 1, entries: file['entries'].map(parseEntry) };
}
