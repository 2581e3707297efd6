import { EVENT_LATENCY, type CallStatus, type CommandName, type SdkMessage, type SobotErrorKind } from '../../sdk/index.js';
import type { Connection } from '../../state/index.js';
import { isRecord } from '../../internal/index.js';
import type { KitEventMap } from '../session-events.js';

/** One thing that was said or heard, as it was. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'message' | 'command' | 'answer' | 'phase' | 'connection' | 'warning' | 'error';
  /** The `messageID`, the command, the new phase or connection, the code of the warning, the kind of the error. */
  readonly name: string;
  /** The message, the parameters, the result or the error, the text. */
  readonly data?: unknown;
  /** Of a message: the word of the attribute `call` when it came. */
  readonly call?: string;
  /** Of a command and its answers: the number that they share. A command that was never sent has none. */
  readonly request?: number;
  /** Of an answer. */
  readonly outcome?: 'success' | SobotErrorKind;
  /** Of an answer: milliseconds since the command was sent. */
  readonly duration?: number;
  /** Of an answer that came after the waiting had ended. */
  readonly late?: boolean;
}

/** How a request ended. */
export interface Outcome {
  readonly ok: boolean;
  readonly late?: boolean;
  readonly result?: unknown;
  readonly error?: unknown;
}

const ENTRIES = 1000;
const ROWS = 50;

interface Kept {
  readonly order: number;
  readonly entry: JournalEntry;
}

/** What comes by itself every few seconds, and says little afterwards. */
const isPassing = ({ name }: JournalEntry): boolean => name === EVENT_LATENCY || name.startsWith('query');

/** The beginning of long lists: ten thousand agents that are asked for every ten seconds must not pile up. */
const shortened = (result: unknown): unknown =>
  isRecord(result)
    ? Object.fromEntries(
        Object.entries(result).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, ROWS) : value]),
      )
    : result;

/** Names a text without keeping it: FNV-1a, 32 bits. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** What is known of a token that was in use. */
export interface TokenTrace {
  readonly length: number;
  readonly fingerprint: number;
}

/**
 * Everything that a phone said and heard, over all its sessions, from the start of the first. Bounded, in memory only.
 * The entries are raw: what shows them or hands them out takes secrets out before, as `<sobot-event-log>` does.
 */
export class Journal {
  /** By what goes first when there are too many: dropping one must cost nothing while a call runs. */
  readonly #passing: Kept[] = [];
  readonly #lasting: Kept[] = [];
  #sorted: readonly JournalEntry[] | null = null;
  #limit = ENTRIES;
  #added = 0;
  #requests = 0;
  #dropped = 0;
  /** The token is kept nowhere, also not here: this is enough to find it. */
  readonly #tokens: TokenTrace[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(target: EventTarget) {
    const hear = <N extends keyof KitEventMap>(name: N, take: (detail: KitEventMap[N]['detail']) => void): void =>
      target.addEventListener(name, (event) => {
        if (event.target === target) take((event as KitEventMap[N]).detail); // not of a phone within this one
      });
    hear('sobot-phase-change', ({ phase }) => this.#add('phase', phase));
    hear('sobot-warning', ({ code, message }) => this.#add('warning', code, { data: message }));
    hear('sobot-error', ({ error }) => this.#add('error', error.kind, { data: error }));
    hear('sobot-command-error', ({ command, params, error }) => {
      const neverSent = error.kind === 'refused' || error.kind === 'invalid' || error.kind === 'vetoed';
      if (!neverSent) return;
      this.#add('command', command, { data: params });
      this.#add('answer', command, { data: error, outcome: error.kind });
    });
  }

  /** Oldest first. */
  get entries(): readonly JournalEntry[] {
    this.#sorted ??= [...this.#passing, ...this.#lasting].sort((a, b) => a.order - b.order).map(({ entry }) => entry);
    return this.#sorted;
  }

  /** How many entries were too many. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many entries are kept, 1,000. When they are too many, samples of the voice connection and queries go first. */
  get limit(): number {
    return this.#limit;
  }

  set limit(most: number) {
    if (most === this.#limit) return;
    this.#limit = most;
    this.#changed();
  }

  get tokens(): readonly TokenTrace[] {
    return this.#tokens;
  }

  /** Calls back after every change. @returns how to stop */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  clear(): void {
    this.#dropped = this.#passing.length = this.#lasting.length = 0;
    this.#changed();
  }

  /** The SDK says something. @param call the word of the attribute `call` */
  message(name: string, data: SdkMessage, call: CallStatus): void {
    this.#add('message', name, { data, call });
  }

  connection(connection: Connection): void {
    this.#add('connection', connection);
  }

  /** Remembers what the token looks like, so that it can be found where the SDK quotes it. */
  hide(token: string): void {
    this.#tokens.push({ length: token.length, fingerprint: fingerprint(token) });
  }

  /** A request goes to the SDK. @returns what to call with each of its ends */
  sent(command: CommandName, params: unknown): (outcome: Outcome) => void {
    const request = (this.#requests += 1);
    const at = Date.now();
    this.#add('command', command, { data: params, request });
    return ({ ok, late, result, error }) => {
      const kind = (error as { kind?: SobotErrorKind } | undefined)?.kind ?? 'command';
      this.#add('answer', command, {
        data: ok ? shortened(result) : error,
        request,
        outcome: ok ? 'success' : kind,
        duration: Date.now() - at,
        ...(late ? { late } : undefined),
      });
    };
  }

  #add(kind: JournalEntry['kind'], name: string, more?: Partial<JournalEntry>): void {
    const entry = { at: Date.now(), kind, name, ...more };
    (isPassing(entry) ? this.#passing : this.#lasting).push({ order: (this.#added += 1), entry });
    this.#changed();
  }

  #changed(): void {
    this.#sorted = null;
    while (this.#passing.length + this.#lasting.length > this.#limit) {
      (this.#passing.length > 0 ? this.#passing : this.#lasting).shift();
      this.#dropped += 1;
    }
    for (const listener of [...this.#listeners]) listener();
  }
}

const journals = new WeakMap<EventTarget, Journal>();

/** The one journal of a target: a phone that is started again goes on in it. */
export function journalOf(target: EventTarget): Journal {
  let journal = journals.get(target);
  if (!journal) journals.set(target, (journal = new Journal(target)));
  return journal;
}
