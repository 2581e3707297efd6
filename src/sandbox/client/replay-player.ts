/**
 * Replay of a diagnostics file: its messages are delivered, and commands get their recorded
 * answers. The phone runs the same code as in the original session, so a fault that a customer
 * reported can be watched and debugged.
 */
import { isRecord, type Fields } from '../../internal/index.js';
import { isCommandName, type CommandName, type SdkCallbacks, type SdkMessage } from '../../sdk/index.js';
import { reportErrors, type Clock } from '../model/index.js';
import type { RecordedEntry, Recording } from './recording.js';

type Callbacks = SdkCallbacks<never>;

/** Options of a replay. */
export interface ReplayOptions {
  /** Speed factor. Default 1; `Infinity` plays without waiting. */
  speed?: number;
  /** Stops the replay. The promise rejects with the reason of the signal. */
  signal?: AbortSignal;
  /**
   * Called with each recorded command when it is due, for example to send it again. A command that
   * is sent gets its recorded answer.
   */
  command?: (name: CommandName, params: Readonly<Record<string, unknown>>) => unknown;
  /** Called before each entry. */
  progress?: (played: number, all: number) => void;
}

/** A command of the recording: the callbacks of the client that sent it again, and the answers that are due. */
class RecordedRequest {
  callbacks: Callbacks | null = null;
  readonly due: RecordedEntry[] = [];

  constructor(
    readonly name: string,
    readonly params: string,
  ) {}
}

/** Serializes parameters for comparison. JSON has no functions, so the callbacks are left out. */
const serializeParams = (params: unknown): string => JSON.stringify(params ?? {});

/**
 * Returns the value that the SDK's error callback got: the original, or one built from the logged
 * error.
 */
function failureResult(data: unknown): unknown {
  const { cause, code, message } = isRecord(data) ? data : {};
  return cause ?? { status: 'error', ...(code === undefined ? undefined : { errorCode: code }), errorMessage: message };
}

/** Calls back with a recorded answer. Outcomes other than these two ended without an answer of the SDK. */
function runCallback(callbacks: Callbacks, { outcome, data }: RecordedEntry): void {
  if (outcome === 'success') reportErrors(() => callbacks.success?.(data as never));
  else if (outcome === 'command') reportErrors(() => callbacks.error?.(failureResult(data)));
}

/** Waits for a task, so that the promises of the session settle between two entries, as they did originally. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Surroundings of a replay. */
export interface ReplayPlayerOptions {
  readonly recording: Recording;
  readonly clock: Clock;
  /** Passes a message to the connected SDK instances. */
  readonly deliver: (message: SdkMessage) => void;
  readonly options: ReplayOptions;
}

/** Plays one recording once. While it exists, the call centre itself answers no commands. */
export class ReplayPlayer {
  /** Recorded commands by the number of their request. */
  readonly #requests = new Map<number, RecordedRequest>();
  readonly #speed: number;
  readonly #recording: Recording;
  readonly #clock: Clock;
  readonly #deliver: (message: SdkMessage) => void;
  readonly #options: ReplayOptions;

  constructor({ recording, clock, deliver, options }: ReplayPlayerOptions) {
    this.#recording = recording;
    this.#clock = clock;
    this.#deliver = deliver;
    this.#options = options;
    this.#speed = options.speed ?? 1;
    for (const { kind, name, data, request } of recording.entries) {
      if (kind === 'command' && request !== undefined)
        this.#requests.set(request, new RecordedRequest(name, serializeParams(data)));
    }
  }

  /**
   * Plays all entries.
   * @returns a promise that resolves after the last entry
   * @throws the reason of the signal
   */
  async play(): Promise<void> {
    const { entries } = this.#recording;
    const begin = this.#clock.now();
    for (const [index, entry] of entries.entries()) {
      // Due times count from the start, so that slow listeners do not add up.
      const due = begin + (entry.at - (entries[0]?.at ?? 0)) / this.#speed;
      await this.#waitUntil(due);
      this.#options.progress?.(index, entries.length);
      this.#playEntry(entry);
      await nextTask();
    }
    this.#options.signal?.throwIfAborted();
    this.#options.progress?.(entries.length, entries.length);
  }

  /** Answers a command that is sent during the replay: when its recorded answer is due, or at once if it was before. */
  answer(name: CommandName, params: Fields & Callbacks): void {
    const same = [...this.#requests.values()].filter((request) => request.name === name);
    // Equal parameters first: the order of queries may differ from the recording.
    const open = same.filter(({ callbacks }) => callbacks === null);
    const request = open.find((each) => each.params === serializeParams(params)) ?? open[0];
    if (request) request.callbacks = params;
    // Elements repeat their queries: a repeated one gets the latest recorded answer.
    const answers = request ? request.due : (same.findLast(({ due }) => due.length > 0)?.due ?? []);
    for (const each of answers) {
      this.#clock.after((each.duration ?? 0) / this.#speed, () => runCallback(params, each));
    }
    if (same.length === 0) {
      const errorMessage = `the log contains no ${name}`;
      this.#clock.after(0, () =>
        reportErrors(() => params.error?.({ status: 'error', errorCode: 'SANDBOX_REPLAY', errorMessage })),
      );
    }
  }

  /** Plays one entry. An answer waits until its command is sent again, if it has not been yet. */
  #playEntry(entry: RecordedEntry): void {
    const { kind, name, data, request } = entry;
    const recorded = request === undefined ? undefined : this.#requests.get(request);
    if (kind === 'message') this.#deliver({ messageID: name, ...(data as Fields) });
    else if (kind === 'command' && recorded && isCommandName(name))
      this.#replayCommand(name, isRecord(data) ? data : {});
    else if (kind === 'answer' && recorded) {
      recorded.due.push(entry);
      if (recorded.callbacks) runCallback(recorded.callbacks, entry);
    }
  }

  /** Sends a command again. A failure is ignored, because it may be part of the recording. */
  #replayCommand(name: CommandName, params: Fields): void {
    const { command } = this.#options;
    if (command) reportErrors(() => void Promise.resolve(command(name, params)).catch(() => undefined));
  }

  /** Waits for a time of the clock. Rejects as soon as the signal aborts. */
  #waitUntil(due: number): Promise<void> {
    const { signal } = this.#options;
    signal?.throwIfAborted();
    const ms = due - this.#clock.now();
    if (!(ms > 0)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        cancel();
        reject(signal?.reason as Error);
      };
      const cancel = this.#clock.after(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      signal?.addEventListener('abort', stop, { once: true });
    });
  }
}
