import { isCommandName, type CommandName, type SdkCallbacks, type SdkMessage } from '../../sdk/index.js';
import type { Clock } from '../model/clock.js';
import { reportErrors } from '../model/report.js';

/** What is read of a diagnostics file, which `<sobot-event-log>` downloads. */
export interface Recording {
  readonly format: 'sobot-elements-diagnostics';
  readonly version: 1;
  readonly entries: readonly RecordedEntry[];
}

export interface RecordedEntry {
  /** Unix milliseconds. */
  readonly at: number;
  /** `message`, `command` and `answer` are replayed, everything else follows from them. */
  readonly kind: string;
  readonly name: string;
  readonly data?: unknown;
  readonly request?: number;
  readonly outcome?: string;
  readonly duration?: number;
}

export interface ReplayOptions {
  /** How many times as fast as it was, 1; `Infinity`: without waiting. */
  speed?: number;
  /** Stops it. */
  signal?: AbortSignal;
  /** Called with each recorded command when its time has come. Send it again, and it gets its recorded answer. */
  command?: (name: CommandName, params: Readonly<Record<string, unknown>>) => unknown;
  /** Called before each entry. */
  progress?: (played: number, all: number) => void;
}

type Fields = Readonly<Record<string, unknown>>;
type Callbacks = SdkCallbacks<never>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalidFile = (why: string): TypeError => new TypeError(`This is no diagnostics file of sobot-elements: ${why}.`);

function parseJson(log: unknown): unknown {
  if (typeof log !== 'string') return log;
  try {
    return JSON.parse(log);
  } catch {
    throw invalidFile('it is no JSON');
  }
}

function parseEntry(value: unknown, index: number): RecordedEntry {
  const isEntry =
    isFields(value) &&
    Number.isFinite(value['at']) &&
    typeof value['kind'] === 'string' &&
    typeof value['name'] === 'string' &&
    (value['kind'] !== 'message' || isFields(value['data']));
  if (!isEntry) throw invalidFile(`entry ${index + 1} can't be understood`);
  return value as Fields & RecordedEntry;
}

/**
 * Reads a diagnostics file.
 * @param log its text, or what the text says
 * @throws TypeError that says what is wrong with it
 */
export function readRecording(log: unknown): Recording {
  const file = parseJson(log);
  if (!isFields(file) || file['format'] !== 'sobot-elements-diagnostics') throw invalidFile('its format is another');
  if (file['version'] !== 1) throw invalidFile(`it has version ${String(file['version'])}, and 1 can be read`);
  if (!Array.isArray(file['entries'])) throw invalidFile('it has no entries');
  return { format: file['format'], version: 1, entries: file['entries'].map(parseEntry) };
}

/** A command of the log: who asks for it again, and which answers were due before anybody did. */
class RecordedRequest {
  callbacks: Callbacks | null = null;
  readonly due: RecordedEntry[] = [];

  constructor(
    readonly name: string,
    readonly params: string,
  ) {}
}

/** Without functions, so without the callbacks. */
const serializeParams = (params: unknown): string => JSON.stringify(params ?? {});

/** What the SDK's error callback was given. */
function failureResult(data: unknown): unknown {
  const { cause, code, message } = isFields(data) ? data : {};
  return cause ?? { status: 'error', ...(code === undefined ? undefined : { errorCode: code }), errorMessage: message };
}

/** Everything else ended without an answer of the SDK. */
function runCallback(callbacks: Callbacks, { outcome, data }: RecordedEntry): void {
  if (outcome === 'success') reportErrors(() => callbacks.success?.(data as never));
  else if (outcome === 'command') reportErrors(() => callbacks.error?.(failureResult(data)));
}

/** The session's promises have their turn between two entries, as they had when it happened. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A log that is played to the ends, in the place of the switch. */
export class ReplayPlayer {
  readonly #requests = new Map<number, RecordedRequest>();
  readonly #speed: number;

  constructor(
    private readonly recording: Recording,
    private readonly clock: Clock,
    private readonly deliver: (message: SdkMessage) => void,
    private readonly options: ReplayOptions,
  ) {
    this.#speed = options.speed ?? 1;
    for (const { kind, name, data, request } of recording.entries) {
      if (kind === 'command' && request !== undefined)
        this.#requests.set(request, new RecordedRequest(name, serializeParams(data)));
    }
  }

  /** Until the last entry. @throws the reason of the signal */
  async play(): Promise<void> {
    const { entries } = this.recording;
    const begin = this.clock.now();
    for (const [index, entry] of entries.entries()) {
      const due = begin + (entry.at - (entries[0]?.at ?? 0)) / this.#speed;
      await this.#waitUntil(due);
      this.options.progress?.(index, entries.length);
      this.#playEntry(entry);
      await nextTask();
    }
    this.options.signal?.throwIfAborted();
    this.options.progress?.(entries.length, entries.length);
  }

  /** A command that is sent while the log is played: its recorded answer when that is due, at once if it was before. */
  answer(name: CommandName, params: Fields & Callbacks): void {
    const same = [...this.#requests.values()].filter((request) => request.name === name);
    const open = same.filter(({ callbacks }) => callbacks === null);
    const request = open.find((each) => each.params === serializeParams(params)) ?? open[0];
    if (request) request.callbacks = params;
    // Elements ask again and again: they get the last answer that there was.
    const answers = request ? request.due : (same.findLast(({ due }) => due.length > 0)?.due ?? []);
    for (const each of answers) {
      this.clock.after((each.duration ?? 0) / this.#speed, () => runCallback(params, each));
    }
    if (same.length === 0) {
      const errorMessage = `the log has no ${name}`;
      this.clock.after(0, () =>
        reportErrors(() => params.error?.({ status: 'error', errorCode: 'SANDBOX_REPLAY', errorMessage })),
      );
    }
  }

  #playEntry(entry: RecordedEntry): void {
    const { kind, name, data, request } = entry;
    const asked = request === undefined ? undefined : this.#requests.get(request);
    if (kind === 'message') this.deliver({ messageID: name, ...(data as Fields) });
    else if (kind === 'command' && asked && isCommandName(name)) this.#replayCommand(name, isFields(data) ? data : {});
    else if (kind === 'answer' && asked) {
      asked.due.push(entry);
      if (asked.callbacks) runCallback(asked.callbacks, entry);
    }
  }

  /** That it fails again may be what the log is about. */
  #replayCommand(name: CommandName, params: Fields): void {
    const { command } = this.options;
    if (command) reportErrors(() => void Promise.resolve(command(name, params)).catch(() => undefined));
  }

  #waitUntil(due: number): Promise<void> {
    const { signal } = this.options;
    signal?.throwIfAborted();
    const ms = due - this.clock.now();
    if (!(ms > 0)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        cancel();
        reject(signal?.reason as Error);
      };
      const cancel = this.clock.after(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      signal?.addEventListener('abort', stop, { once: true });
    });
  }
}
