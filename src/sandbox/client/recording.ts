/**
 * Recording: the contents of a diagnostics file, and the check of a file that is read. It comes from
 * another machine and another version of the kit, so nothing in it is taken for granted.
 */
import { isRecord, type Fields } from '../../internal/index.js';

/** The part of a diagnostics file of `<sobot-event-log>` that a replay reads. */
export interface Recording {
  readonly format: 'sobot-elements-diagnostics';
  readonly version: 1;
  readonly entries: readonly RecordedEntry[];
}

/** Entry of the event log, as far as a replay reads it. */
export interface RecordedEntry {
  /** Unix milliseconds. */
  readonly at: number;
  /** `message`, `command` and `answer` are replayed. Other kinds are ignored, because they follow from these. */
  readonly kind: string;
  /** messageID, or name of the command. */
  readonly name: string;
  /** Message, parameters of a command, or its result. */
  readonly data?: unknown;
  /** Number of the request, which connects a command with its answer. */
  readonly request?: number;
  /** `success`, or the kind of the error. */
  readonly outcome?: string;
  /** Milliseconds from the request to the answer. */
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

/** Checks the fields that a replay uses. The others are kept, and ignored. */
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
