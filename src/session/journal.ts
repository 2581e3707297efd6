import { EVENT_LATENCY, type CommandName, type SobotErrorKind } from '../sdk/index.js';
import { callWord } from '../state/index.js';
import { isRecord } from '../state/fields.js';
import type { KitEventMap } from './types.js';

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
  readonly #entries: JournalEntry[] = [];
  #limit = ENTRIES;
  #requests = 0;
  #dropped = 0;
  #call = 'none';
  /** The token is kept nowhere, also not here: this is enough to find it. */
  readonly #tokens: TokenTrace[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(target: EventTarget) {
    const hear = <N extends keyof KitEventMap>(name: N, take: (detail: KitEventMap[N]['detail']) => void): void =>
      target.addEventListener(name, (event) => {
        if (event.target === target) take((event as KitEventMap[N]).detail); // not of a phone within this one
      });
    hear('sobot-event', (data) => this.#add('message', String(data.messageID).trim(), { data, call: this.#call }));
    hear('sobot-phase-change', ({ phase }) => this.#add('phase', phase));
    hear('sobot-state-change', ({ state, previous }) => {
      this.#call = callWord(state);
      if (state.connection !== previous.connection) this.#add('connection', state.connection);
    });
    hear('sobot-warning', ({ code, message }) => this.#add('warning', code, { data: message }));
    hear('sobot-error', ({ error }) => this.#add('error', error.kind, { data: error }));
    hear('sobot-command-error', ({ command, params, error }) => {
      const neverSent = error.kind === 'refused' || error.kind === 'invalid' || error.kind === 'vetoed';
      if (!neverSent) return;
      this.#add('command', command, { data: params });
      this.#add('answer', command, { data: error, outcome: error.kind });
    });
  }

  /** Oldest first; the same array all the time. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
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
    this.#dropped = 0;
    this.#entries.length = 0;
    this.#changed();
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
    this.#entries.push({ at: Date.now(), kind, name, ...more });
    this.#changed();
  }

  #changed(): void {
    while (this.#entries.length > this.#limit) {
      this.#entries.splice(Math.max(0, this.#entries.findIndex(isPassing)), 1);
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
