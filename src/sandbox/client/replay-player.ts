import { isCommandName, type CommandName, type SdkCallbacks, type SdkMessage } from '../../sdk/index.js';
import type { Clock } from '../model/clock.js';
import { guarded } from '../model/report.js';

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

const unreadable = (why: string): TypeError => new TypeError(`This is no diagnostics file of sobot-elements: ${why}.`);

function parsed(log: unknown): unknown {
  if (typeof log !== 'string') return log;
  try {
    return JSON.parse(log);
  } catch {
    throw unreadable('it is no JSON');
  }
}

function entryOf(value: unknown, index: number): RecordedEntry {
  const isEntry =
    isFields(value) &&
    Number.isFinite(value['at']) &&
    typeof value['kind'] === 'string' &&
    typeof value['name'] === 'string' &&
    (value['kind'] !== 'message' || isFields(value['data']));
  if (!isEntry) throw unreadable(`entry ${index + 1} can't be understood`);
  return value as Fields & RecordedEntry;
}

/**
 * Reads a diagnostics file.
 * @param log its text, or what the text says
 * @throws TypeError that says what is wrong with it
 */
export function readRecording(log: unknown): Recording {
  const file = parsed(log);
  if (!isFields(file) || file['format'] !== 'sobot-elements-diagnostics') throw unreadable('its format is another');
  if (file['version'] !== 1) throw unreadable(`it has version ${String(file['version'])}, and 1 can be read`);
  if (!Array.isArray(file['entries'])) throw unreadable('it has no entries');
  return { format: file['format'], version: 1, entries: file['entries'].map(entryOf) };
}

/** A command of the log: who asks for it again, and which answers were due before anybody did. */
class Request {
  callbacks: Callbacks | null = null;
  readonly due: RecordedEntry[] = [];

  constructor(
    readonly name: string,
    readonly params: string,
  ) {}
}

/** Without functions, so without the callbacks. */
const text = (params: unknown): string => JSON.stringify(params ?? {});

/** What the SDK's error callback was given. */
function failureOf(data: unknown): unknown {
  const { cause, code, message } = isFields(data) ? data : {};
  return cause ?? { status: 'error', ...(code === undefined ? undefined : { errorCode: code }), errorMessage: message };
}

/** Everything else ended without an answer of the SDK. */
function give(callbacks: Callbacks, { outcome, data }: RecordedEntry): void {
  if (outcome === 'success') guarded(() => callbacks.success?.(data as never));
  else if (outcome === 'command') guarded(() => callbacks.error?.(failureOf(data)));
}

/** The session's promises have their turn between two entries, as they had when it happened. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A log that is played to the ends, in the place of the switch. */
export class Tape {
  readonly #requests = new Map<number, Request>();
  readonly #speed: number;

  constructor(
    private readonly recording: Recording,
    private readonly clock: Clock,
    private readonly deliver: (message: SdkMessage) => void,
    private readonly options: ReplayOptions,
  ) {
    this.#speed = options.speed ?? 1;
    for (const { kind, name, data, request } of recording.entries) {
      if (kind === 'command' && request !== undefined) this.#requests.set(request, new Request(name, text(data)));
    }
  }

  /** Until the last entry. @throws the reason of the signal */
  async play(): Promise<void> {
    const { entries } = this.recording;
    const begin = this.clock.now();
    for (const [index, entry] of entries.entries()) {
      const due = begin + (entry.at - (entries[0]?.at ?? 0)) / this.#speed;
      await this.#until(due);
      this.options.progress?.(index, entries.length);
      this.#play(entry);
      await turn();
    }
    this.options.signal?.throwIfAborted();
    this.options.progress?.(entries.length, entries.length);
  }

  /** A command that is sent while the log is played: its recorded answer when that is due, at once if it was before. */
  answer(name: CommandName, params: Fields & Callbacks): void {
    const same = [...this.#requests.values()].filter((request) => request.name === name);
    const open = same.filter(({ callbacks }) => callbacks === null);
    const request = open.find((each) => each.params === text(params)) ?? open[0];
    if (request) request.callbacks = params;
    // Elements ask again and again: they get the last answer that there was.
    const answers = request ? request.due : (same.findLast(({ due }) => due.length > 0)?.due ?? []);
    for (const each of answers) {
      this.clock.after((each.duration ?? 0) / this.#speed, () => give(params, each));
    }
    if (same.length === 0) {
      const errorMessage = `the log has no ${name}`;
      this.clock.after(0, () =>
        guarded(() => params.error?.({ status: 'error', errorCode: 'SANDBOX_REPLAY', errorMessage })),
      );
    }
  }

  #play(entry: RecordedEntry): void {
    const { kind, name, data, request } = entry;
    const asked = request === undefined ? undefined : this.#requests.get(request);
    if (kind === 'message') this.deliver({ messageID: name, ...(data as Fields) });
    else if (kind === 'command' && asked && isCommandName(name)) this.#ask(name, isFields(data) ? data : {});
    else if (kind === 'answer' && asked) {
      asked.due.push(entry);
      if (asked.callbacks) give(asked.callbacks, entry);
    }
  }

  /** That it fails again may be what the log is about. */
  #ask(name: CommandName, params: Fields): void {
    const { command } = this.options;
    if (command) guarded(() => void Promise.resolve(command(name, params)).catch(() => undefined));
  }

  #until(due: number): Promise<void> {
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
