/**
 * The event log of a session: messages, commands with their answers, phases, connection, warnings and errors, from the
 * first start on. It is bounded and lies in memory only. The entries are raw; code that shows them or hands them out
 * redacts them (`redact.ts`).
 */
import { Emitter, isRecord } from '../../internal/index.js';
import {
  EVENT_LATENCY,
  type CallStatus,
  type CommandName,
  type SdkMessage,
  type SobotErrorKind,
} from '../../sdk/index.js';
import type { Connection } from '../../state/index.js';
import type { KitEventMap } from '../session-events.js';
import { Secrets } from './secrets.js';

/**
 * Entries. Voice samples and queries are dropped first, so the messages and commands of many calls
 * remain.
 */
const DEFAULT_LIMIT = 1000;
/** Ten thousand agents, queried every ten seconds, must not fill the memory. */
const MAX_RESULT_ROWS = 50;

/** One entry, as it was received or sent. */
export interface EventLogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'message' | 'command' | 'answer' | 'phase' | 'connection' | 'warning' | 'error';
  /** The `messageID`, the command, the new phase or connection, the code of the warning, or the kind of the error. */
  readonly name: string;
  /** The message, the parameters, the result or the error, or the text of the warning. */
  readonly data?: unknown;
  /** For a message: the value of the attribute `call` before it. */
  readonly call?: string;
  /** For a command and its answers: the number that they share. A command that was never sent has none. */
  readonly request?: number;
  /** For an answer. */
  readonly outcome?: 'success' | SobotErrorKind;
  /** For an answer: milliseconds since the command was sent. */
  readonly duration?: number;
  /** For an answer: it came after the command had failed with a timeout or been abandoned. */
  readonly late?: boolean;
}

/** The log as others see it. */
export interface EventLog {
  /** Oldest first. */
  readonly entries: readonly EventLogEntry[];
  /** The number of entries that were dropped because of the limit. */
  readonly dropped: number;
  /** The number of entries to keep: 1,000, in at most 4 MiB of text. Voice samples and queries are dropped first, then the oldest. */
  limit: number;
  /** Returns a text without the tokens that were in use, which the SDK may quote. */
  redactTokens(text: string): string;
  /** Calls the listener after each change. @returns the unsubscribe function */
  subscribe(listener: () => void): () => void;
  clear(): void;
}

/** The answer to a command. */
export interface LoggedAnswer {
  readonly command: CommandName;
  /** The number that `commandSent` returned. */
  readonly request: number;
  /** Milliseconds since the command was sent. */
  readonly duration: number;
  readonly ok: boolean;
  readonly late?: boolean;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The entries are the SDK's own objects: thousands with large business data must not fill the memory either. */
const MAX_CHARACTERS = 4 * 1024 * 1024;
const MAX_VALUES = 2000;

interface StoredEntry {
  readonly order: number;
  /** Characters of its texts, roughly. */
  readonly size: number;
  readonly entry: EventLogEntry;
}

/** Repeated every few seconds, and of little use afterwards. */
const isHighVolume = ({ name }: EventLogEntry): boolean => name === EVENT_LATENCY || name.startsWith('query');

/** The characters in the texts of a value, of its first values only. */
function sizeOf(data: unknown): number {
  const pending = [data];
  let size = 0;
  for (let visited = 0; pending.length > 0 && visited < MAX_VALUES; visited += 1) {
    const value = pending.pop();
    if (typeof value === 'string') size += value.length;
    else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value).slice(0, MAX_VALUES)) pending.push(each);
    }
  }
  return size;
}

/** The beginning of each list in a result. */
const withShortLists = (result: unknown): unknown =>
  isRecord(result)
    ? Object.fromEntries(
        Object.entries(result).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.slice(0, MAX_RESULT_ROWS) : value,
        ]),
      )
    : result;

/** The kind of an error; that of a failed command for an error that isn't the kit's. */
const kindOf = (error: unknown): SobotErrorKind => (error as { kind?: SobotErrorKind } | undefined)?.kind ?? 'command';

/** The log as the session writes it. */
export class WritableEventLog implements EventLog {
  /** In two lists, because dropping the first of a list must stay cheap while a call runs. */
  readonly #highVolume: StoredEntry[] = [];
  readonly #lasting: StoredEntry[] = [];
  /** Computed when it is asked for. */
  #sorted: readonly EventLogEntry[] | null = null;
  #limit = DEFAULT_LIMIT;
  #added = 0;
  #requests = 0;
  #dropped = 0;
  #size = 0;
  readonly #changes = new Emitter();
  /** The tokens of all sessions on the target. */
  readonly secrets = new Secrets();

  /** @param target phases, warnings and errors are logged when their events are dispatched here, also by its element */
  constructor(
    target: EventTarget,
    private readonly now: () => number,
  ) {
    const onEvent = <N extends keyof KitEventMap>(name: N, log: (detail: KitEventMap[N]['detail']) => void): void =>
      target.addEventListener(name, (event) => {
        if (event.target === target) log((event as KitEventMap[N]).detail); // an agent element may contain another
      });
    onEvent('sobot-phase-change', ({ phase }) => this.#add('phase', phase));
    onEvent('sobot-warning', ({ code, message }) => this.#add('warning', code, { data: message }));
    onEvent('sobot-error', ({ error }) => this.#add('error', error.kind, { data: error }));
    onEvent('sobot-command-error', ({ command, params, error }) => {
      const wasSent = error.kind !== 'refused' && error.kind !== 'invalid' && error.kind !== 'vetoed';
      if (wasSent) return; // `answered` has logged it
      this.#add('command', command, { data: params });
      this.#add('answer', command, { data: error, outcome: error.kind });
    });
  }

  get entries(): readonly EventLogEntry[] {
    this.#sorted ??= [...this.#highVolume, ...this.#lasting]
      .sort((a, b) => a.order - b.order)
      .map(({ entry }) => entry);
    return this.#sorted;
  }

  get dropped(): number {
    return this.#dropped;
  }

  get limit(): number {
    return this.#limit;
  }

  set limit(limit: number) {
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.#change();
  }

  redactTokens(text: string): string {
    return this.secrets.redact(text);
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  clear(): void {
    this.#dropped = this.#size = this.#highVolume.length = this.#lasting.length = 0;
    this.#change();
  }

  /** @param call the value of the attribute `call` before the message */
  messageReceived(messageID: string, data: SdkMessage, call: CallStatus): void {
    this.#add('message', messageID, { data, call });
  }

  connectionChanged(connection: Connection): void {
    this.#add('connection', connection);
  }

  /** @returns the number that the command shares with its answers */
  commandSent(command: CommandName, params: unknown): number {
    const request = (this.#requests += 1);
    this.#add('command', command, { data: params, request });
    return request;
  }

  commandAnswered({ command, request, duration, ok, late, result, error }: LoggedAnswer): void {
    this.#add('answer', command, {
      data: ok ? withShortLists(result) : error,
      request,
      outcome: ok ? 'success' : kindOf(error),
      duration,
      ...(late ? { late } : undefined),
    });
  }

  #add(kind: EventLogEntry['kind'], name: string, more?: Partial<EventLogEntry>): void {
    const entry = { at: this.now(), kind, name, ...more };
    const size = sizeOf(entry.data);
    this.#size += size;
    (isHighVolume(entry) ? this.#highVolume : this.#lasting).push({ order: (this.#added += 1), size, entry });
    this.#change();
  }

  /** The newest entry stays, however large it is. */
  #isFull(): boolean {
    const count = this.#highVolume.length + this.#lasting.length;
    return count > this.#limit || (this.#size > MAX_CHARACTERS && count > 1);
  }

  #change(): void {
    this.#sorted = null;
    while (this.#isFull()) {
      const oldest = (this.#highVolume.length > 0 ? this.#highVolume : this.#lasting).shift();
      this.#size -= oldest?.size ?? 0;
      this.#dropped += 1;
    }
    this.#changes.emit();
  }
}

const logs = new WeakMap<EventTarget, WritableEventLog>();

/** The one event log of a target: a session that is started later on the same target continues it. */
export function eventLogOf(target: EventTarget, now: () => number): WritableEventLog {
  let log = logs.get(target);
  if (!log) logs.set(target, (log = new WritableEventLog(target, now)));
  return log;
}
